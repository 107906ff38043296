#include "indexer/entities/rule_words.h"

#include <unordered_set>

#include "indexer/entities/word_set.h"

namespace broadsheet {

bool is_common_word(std::string_view folded) {
  static const WordSet set(
      "a about above according across acting actually additionally additional "
      "after afterwards again against ago all almost along already also "
      "although always am amid among amongst an analysts and another any "
      "anyone anything anyway apart are around as aside ask asked asking at "
      "authorities away back based be because been before behind being below "
      "beneath besides between beyond big both bringing but by called can "
      "cannot citing clearly close combined commenting compared concerning "
      "consequently considering could currently dear despite did do dealers "
      "does doing done down due during each earlier early economists either "
      "elsewhere end enough especially essentially even eventually ever every "
      "everybody everyone everything except excluding experts fears few "
      "finally first five following for former formerly four from further "
      "furthermore generally get given go going gone good got great had half "
      "has have having he help hence her here hers high higher him himself his "
      "hopefully how however i if immediately important in including "
      "increasingly indeed initially inside instead into is it its itself just "
      "keep kept last late later latest least less let let's like likely "
      "little local long look looking low made mainly make making many market "
      "markets may maybe me mean meanwhile might mine more moreover most "
      "mostly "
      "much must my near nearly neither net never nevertheless new newspapers "
      "next no nobody none nonetheless nor not note nothing now nowhere number "
      "of off officials often old on once one only onto oops open or order "
      "other others otherwise our ours out outside over overall own part "
      "particularly past per perhaps please police possibly presently press "
      "previously private probably profits provided public put quite rather "
      "read recently regarding related remarks residents right sadly said same "
      "say saying says second see seeing separately set seven several shall "
      "share shares she should show similarly since six small so some somebody "
      "someone something sometimes somewhat soon sources speaking special "
      "still such supposedly take taken taking ten than thank thanks that the "
      "their theirs them themselves then there thereafter therefore these they "
      "thing things think third this those though three through throughout "
      "thus to today together told tomorrow tonight too top toward towards "
      "traders try trying two under underscoring unfortunately unless unlike "
      "until up upon us use used using usually various very via was way we "
      "well were what whatever when whenever where whereas wherever whether "
      "which while who whoever whole whom whose why will with within without "
      "witnesses would year years yes yesterday yet you young your yours "
      "а в з и к о с у я є і во со на по за от до из под при "
      "ο η το οι τα του της των τον την στο στη στην στον στις ενα μια και "
      "απο για με "
      "i'm i've i'd i'll we're we've we'll we'd it's he's she's they're "
      "they've they'll you're you've don't doesn't didn't can't won't isn't "
      "aren't wasn't weren't wouldn't couldn't shouldn't that's there's what's "
      "total sales revs shrs avg oper includes note: qtr mths qtly "
      "prior pay record year-ago periods div cts vs loss profit gain mln dlrs "
      "proceeds terms stock exports imports output prices production trading "
      "turnover demand growth inflation unemployment talks negotiations "
      "elections results shareholders investors buyers producers refiners "
      "critics supporters opponents doctors scientists researchers reports "
      "soldiers troops rebels protesters demonstrators students workers "
      "farmers families children women men people thousands hundreds dozens "
      "millions both exporters importers banks companies leaders ministers "
      "governments countries nations members delegates diplomats industry "
      "government economy bankers brokers lawyers asset assets estimates "
      "figures statistics data operations continuing speculation expressing "
      "citing noting adding referring responding turning under-secretary "
      "american-style nine eight eleven twelve twenty thirty fifty hundred "
      "article photo image video copyright chapter section appendix "
      "contact releases statement washington-based click print update");
  return set.has(folded);
}

bool is_function_word(std::string_view folded) {
  static const WordSet set(
      "a about after all although also an and another any are as at be because "
      "been before but by can could did do does during each either for from "
      "had "
      "has have he her his how however i if in into is it its like may me "
      "meanwhile might more most mr must my neither no nor not of on one only "
      "or our over said says she should since so some such than that the their "
      "them then there these they this those though through to under until up "
      "upon us was we were what when where whether which while who why with "
      "without would yes yesterday today you your i'm i've it's we're we've "
      "he's she's that's they're don't");
  return set.has(folded);
}

bool is_calendar_word(std::string_view folded) {
  static const WordSet set(
      "monday tuesday wednesday thursday friday saturday sunday mon tue tues "
      "wed thu thur thurs fri sat sun january february march april may june "
      "july august september october november december jan feb mar apr jun "
      "jul aug sept sep oct nov dec gmt est edt pst pdt cet bst am pm a.m. "
      "p.m. ad bc easter christmas ramadan");
  return set.has(folded);
}

bool is_speech_verb(std::string_view folded) {
  static const WordSet set(
      "said says say told tells added adds asked replied argued explained "
      "insisted warned stressed commented recalled testified quipped joked "
      "acknowledged conceded admitted complained remarked emphasized urged "
      "vowed noted who whom met arrived flew resigned died hopes believes "
      "thinks wrote writes declared accused denied promised");
  return set.has(folded);
}

bool is_locative(std::string_view folded) {
  static const WordSet set(
      "in at near from to into outside inside around across through throughout "
      "toward towards leave leaving left visit visited visiting between "
      "en a au aux dans vers depuis desde hacia hasta em nach aus bei pa fran "
      "till");
  return set.has(folded);
}

bool is_org_ending(std::string_view folded) {
  static const WordSet set(
      "inc corp corporation co company companies cos ltd limited plc llc llp "
      "lp ag sa s.a. nv n.v. bv gmbh kg spa s.p.a. srl ab oy oyj asa pty "
      "kk pte bhd group groupe gruppe holdings holding trust partners "
      "partnership industries enterprises associates international systems "
      "technologies technology laboratories labs pharmaceuticals motors motor "
      "airlines airways lines bank banks bancorp bancshares banque banco banca "
      "bankers savings financial securities insurance brothers bros "
      "stores markets farms brands foods petroleum oil gas energy power "
      "electric electronics "
      "steel mining mines resources chemical chemicals communications "
      "telecom telephone telegraph television tv radio broadcasting network "
      "networks entertainment pictures studios records press news newspaper "
      "newspapers times post journal herald tribune gazette magazine review "
      "ministry department dept agency administration authority bureau office "
      "commission committee council board court tribunal parliament congress "
      "senate assembly house cabinet government embassy consulate treasury "
      "federation confederation association assn union unions league alliance "
      "coalition party front movement brigade brigades army navy force forces "
      "guard guards marines corps police command institute institution "
      "university college school schools academy foundation society club "
      "church cathedral mosque museum library hospital clinic center centre "
      "organization organisation fund bourse exchange market chamber "
      "conference secretariat directorate service services survey project "
      "program programme campaign team united rovers fc afc "
      "inspectorate directorate politburo presidium bundesbank bundestag "
      "knesset duma majlis presidency caucus cartel "
      "community pact act treaty agreement accord bill amendment protocol "
      "prize award cup championship olympics games division divisions unit "
      "units");
  return set.has(folded);
}

bool is_firm_ending(std::string_view folded) {
  static const WordSet set(
      "inc corp corporation co company companies ltd limited plc llc llp lp ag "
      "sa s.a. nv n.v. bv gmbh kg spa s.p.a. srl ab oy oyj asa pty kk bhd "
      "group holdings bank bancorp industries international partners trust");
  return set.has(folded);
}

bool is_org_head(std::string_view folded) {
  static const WordSet set(
      "ministry department dept bank bureau institute institution university "
      "college school academy organization organisation council committee "
      "commission association federation confederation house board office "
      "chamber court church center centre fund union league party front "
      "movement army agency authority society foundation conference congress "
      "parliament assembly brotherhood alliance community friends brothers "
      "doctors knights daughters sons coalition campaign museum library "
      "directorate administration embassy group network division corps "
      "national royal agreement");
  return set.has(folded);
}

bool is_org_opener(std::string_view folded) {
  static const WordSet set(
      "cie compagnie societe banco banque banca credit caisse empresa partido "
      "ministerio grupo groupe instituto universidad petroleos sociedade "
      "companhia compania sociedad agence agencia gazeta istituto ente cassa "
      "federacion confederacion sindicato bundesverband verband deutsche "
      "societa consorzio comite conseil conselho institut die das association "
      "asociacion associacao associazione fondation fundacion fundacao "
      "fondazione stiftung");
  return set.has(folded);
}

bool is_firm_role(std::string_view folded) {
  static const WordSet set(
      "producer dealer dealers broker partner partners rival rivals trader "
      "publisher investor owner winner champion member members manager "
      "managers publisher colleague predecessor successor victim raider "
      "conductor founder official officials delegate head heads brothers "
      "brother sister");
  return set.has(folded);
}

bool is_plain_noun(std::string_view folded) {
  static const WordSet set(
      "official officials member members head heads fellow partner partners "
      "democrat democrats republican republicans conservative socialist "
      "counterpart champion winner resident student victim owner producer "
      "dealer dealers trader traders broker brokers investor investors rival "
      "rivals manager managers publisher farmer teacher father mother brother "
      "brothers sister sisters wife husband son daughter artist pilot author "
      "writer engineer nurse singer doctor doctors chair");
  return set.has(folded);
}

bool is_site_ending(std::string_view folded) {
  static const WordSet set(
      "airport square street avenue road highway boulevard river lake sea "
      "ocean bay gulf strait straits canal island islands isle peninsula mount "
      "mountain mountains desert bridge palace harbor harbour province county "
      "district cape heights refinery");
  return set.has(folded);
}

bool is_plain_acronym(std::string_view folded) {
  static const WordSet set(
      "gmt est edt pst aids hiv dna gdp gnp lng ecu ecus fob cif tv ceo cfo ok "
      "ad bc am pm phd ph.d usd dm ffr stg vat ppi cpi hq id iq pc pcs cd cds "
      "dvd sms gps wmd vip icbm inf sdi bse covid covid-19 sars faq url html "
      "gtc dlr dlrs mln bln lt ii iii iv vi vii viii ix xi xii jr sr m.d md "
      "m.b.a p.o u.n mt cts shr net revs avg qtr mths nine note x y z");
  return set.has(folded);
}

bool is_known_org(std::string_view folded) {
  static const std::unordered_set<std::string_view> set = {
      "hamas",
      "hezbollah",
      "hizbollah",
      "hezbullah",
      "fatah",
      "taliban",
      "al qaeda",
      "al qaida",
      "islamic state",
      "islamic jihad",
      "boko haram",
      "white house",
      "pentagon",
      "kremlin",
      "congress",
      "senate",
      "parliament",
      "house",
      "supreme court",
      "capitol hill",
      "downing street",
      "wall street",
      "united nations",
      "european union",
      "african union",
      "arab league",
      "security council",
      "general assembly",
      "common market",
      "red cross",
      "world bank",
      "european community",
      "reuters",
      "reuter",
      "interpol",
      "opec",
      "nato",
      "unesco",
      "unicef",
      "asean",
      "amnesty international",
      "human rights watch",
      "general motors",
      "general electric",
      "general dynamics",
      "general foods",
      "bundesbank",
      "bundestag",
      "knesset",
      "politburo",
      "pravda",
      "tass",
      "izvestia",
      "microsoft",
      "google",
      "facebook",
      "twitter",
      "boeing",
      "airbus",
      "toyota",
      "chrysler",
      "texaco",
      "pennzoil",
      "exxon",
      "federal reserve",
      "fed",
      "treasury",
      "justice",
      "scotland yard",
      "khmer rouge",
      "solidarity",
      "sinn fein",
      "likud",
      "labour",
      "labor",
      "conservatives",
      "tories",
      "democrats",
      "republicans",
      "contras",
      "sandinistas",
      "polisario",
      "swapo",
      "unita",
      "mujahideen",
      "al jazeera",
      "al arabiya",
      "xinhua",
      "interfax",
      "lloyds",
      "lloyd's",
      "royal dutch/shell",
      "shell",
      "internal revenue service",
      "ioc",
      "fifa",
      "dow jones",
      "nasdaq",
      "comex",
      "big board",
      "merrill lynch",
      "morgan stanley",
      "smith barney",
      "goldman sachs",
      "credit suisse",
      "shearson lehman",
      "salomon brothers",
      "drexel burnham",
      "eli lilly",
      "dean witter",
      "kidder peabody",
      "first boston",
      "philip morris",
      "freddie mac",
      "fannie mae",
      "sallie mae",
      "j.p. morgan",
      "levi strauss",
      "price waterhouse",
      "rolls royce",
      "harley davidson",
      "hewlett packard",
      "christian democrats",
      "social democrats",
      "liberal democrats",
      "wal mart",
      "jpmorgan",
      "amazon",
      "apple",
  };
  return set.contains(folded);
}

}  // namespace broadsheet

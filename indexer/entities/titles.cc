#include "indexer/entities/titles.h"

#include <algorithm>

#include "indexer/entities/native_words.h"
#include "indexer/entities/word_set.h"
#include "indexer/entities/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t kLongestTitle = 10;  // words

const WordSet& courtesies() {
  static const WordSet set(
      "mr mrs ms miss messrs mister madam madame mme mlle monsieur herr frau "
      "signor signora senor senora don sir lady lord dame");
  return set;
}

const WordSet& honorifics() {
  static const WordSet set(
      "dr prof sen rep gov gen lt col maj capt sgt cpl pvt adm cmdr rev hon "
      "pres brig supt det insp atty amb reps sens gens drs profs maj-gen "
      "justice judge king queen prince princess pope sheikh sheik ayatollah "
      "imam mullah emir sultan archbishop rabbi comrade shaikh crown "
      "colonel lieutenant sergeant corporal brigadier admiral "
      "marshal saint tsar czar maharaja honorable honourable");
  return set;
}

/// Forms of address that are hardly anybody's name.
const WordSet& addresses() {
  static const WordSet set(
      "tun tunku tengku datuk datin dato puan encik temenggong shri shree "
      "shrimati smt alhaji alhaja hajiya mallam ustaz ustad ustadz maulana "
      "menteri okhna ugaas citoyen citoyenne hojatoleslam hojjatoleslam "
      "weizero woizero togbe togbui serigne lalla moulay mzee mheshimiwa "
      "ndugu bwana bupati ibu kyai datu daw ratu lyonpo dona subcomandante "
      "comandante cacique mallku engr ingenieur docteur professeur ingeniero "
      "ingeniera ingegnere engenheiro licenciado licenciada doktor dottor "
      "dottoressa avvocato onorevole burgemeester dominee kapitein granman "
      "rre ntate afioga naguib muhandis samdech oknha maun dasho sayadaw");
  return set;
}

const WordSet& roles() {
  static const WordSet set(
      "president presidents premier premiers minister ministers chancellor "
      "secretary secretaries undersecretary chairman chairmen chairwoman "
      "chairperson chair chief chiefs director directors governor governors "
      "senator senators representative representatives congressman "
      "congresswoman congressmen ambassador ambassadors envoy envoys general "
      "generals cardinal bishop justices judges attorney attorneys lawyer "
      "lawyers solicitor barrister prosecutor prosecutors spokesman "
      "spokeswoman spokesperson spokesmen spokespersons analyst analysts "
      "economist economists strategist trader traders dealer dealers broker "
      "professor professors doctor doctors physician surgeon scientist "
      "scientists researcher researchers historian coach captain manager "
      "managers striker midfielder defender goalkeeper quarterback pitcher "
      "golfer boxer leader leaders founder co-founder cofounder owner author "
      "writer novelist poet playwright painter composer conductor actor "
      "actress singer guitarist rapper comedian filmmaker producer architect "
      "artist commissioner commissioners administrator inspector detective "
      "constable sheriff mayor mayors councillor councilman councilwoman "
      "councilor alderman aide aides adviser advisers advisor advisors head "
      "heads editor editors publisher reporter correspondent journalist "
      "columnist commentator commander delegate commandant treasurer banker "
      "executive "
      "executives official officials officer officers speaker member members "
      "mp mps lawmaker lawmakers legislator politician candidate candidates "
      "nominee dissident activist activists guerrilla warlord negotiator "
      "negotiators mediator diplomat diplomats consul principal dean provost "
      "lecturer fellow controller comptroller partner partners magnate tycoon "
      "billionaire financier raider investor investors arbitrageur "
      "entrepreneur industrialist farmer fisherman teacher student resident "
      "pilot astronaut engineer nurse priest pastor reverend father mother "
      "brother sister wife husband son daughter widow uncle nephew niece "
      "cousin son-in-law grandson granddaughter girlfriend boyfriend fiancee "
      "brothers sisters colleague colleagues rival rivals successor "
      "predecessor democrat republican democrats republicans conservative "
      "socialist counterpart chief-of-staff strongman dictator ruler monarch "
      "superintendent driver oceanographer coxswain skipper champion winner "
      "defendant suspect gunman victim wrestler jockey");
  return set;
}

const WordSet& modifiers() {
  static const WordSet set(
      "former ex vice deputy prime foreign finance interior defence defense "
      "assistant associate senior chief executive acting interim managing "
      "attorney under lieutenant major rear national security press state "
      "trade budget opposition party government ruling central bank world "
      "veteran retired late co joint permanent special presidential "
      "congressional staff economic economics planning oil energy agriculture "
      "agricultural farm commerce labour labor treasury house senate majority "
      "minority cabinet home health education transport transportation "
      "justice environment housing industry commercial financial military "
      "naval army navy police supreme spiritual religious islamist communist "
      "socialist conservative democratic republican liberal nationalist "
      "right-wing left-wing rebel exiled deposed ousted jailed elder younger "
      "newly elected elect designate caretaker outgoing incoming current new "
      "top leading prominent billionaire financier legal political policy "
      "research market currency technical first second third deputies "
      "honorary regional provincial federal city county district cultural "
      "public relations affairs media campaign junior fellow longtime crown "
      "grand high private operating");
  return set;
}

const WordSet& title_links() {
  static const WordSet set("of for to and the at in");
  return set;
}

bool ends_title(const Word& word) {
  return is_role(word.folded) || is_honorific(word.folded);
}

/// Words that begin a sentence or name a day are no part of a title.
bool is_no_title(std::string_view folded) {
  static const WordSet set(
      "the a an but and in on at if as when while after before since then "
      "however although monday tuesday wednesday thursday friday saturday "
      "sunday yesterday today earlier later also his her their its this that "
      "mr mrs ms for with by from dear");
  return set.has(folded);
}

bool joined(const Word& word) {
  return word.join == Join::kSpace || word.join == Join::kHyphen;
}

bool qualifies(const Word& word) {
  if (is_role_modifier(word.folded) || ends_title(word)) return true;
  return word.capital() && !is_no_title(word.folded);
}

/// The role word of "Secretary of State" whose tail ends before `end`; `end`
/// where there is none.
std::size_t role_with_tail(const std::vector<Word>& words, std::size_t end,
                           std::size_t least) {
  for (std::size_t at = end; at > least && end - at < 5; --at) {
    const Word& word = words[at - 1];
    if (at < end && ends_title(word) && title_links().has(words[at].folded))
      return at - 1;
    if (!joined(word) && at - 1 > least) return end;
    if (!word.capital() && !title_links().has(word.folded)) return end;
  }
  return end;
}

/// Does "of" or "and" stand between two parts of one title?
bool links(const std::vector<Word>& words, std::size_t at) {
  const Word& before = words[at - 1];
  if (words[at].folded == "and")
    return is_role(before.folded) || is_role_modifier(before.folded);
  return (words[at].folded == "of" || words[at].folded == "for") &&
         before.capital() && qualifies(before);
}

std::string_view bytes(std::string_view text, const std::vector<Word>& words,
                       std::size_t first, std::size_t end) {
  if (first >= end) return {};
  const std::size_t begin = words[first].begin;
  std::size_t last = words[end - 1].end;
  if (last < text.size() && text[last] == '.' &&
      is_title_abbreviation(words[end - 1].folded))
    ++last;
  return text.substr(begin, last - begin);
}

/// ", the Egyptian foreign minister," behind word `end` - 1.
std::string_view apposition(std::string_view text,
                            const std::vector<Word>& words, std::size_t end) {
  if (end >= words.size() || words[end].join != Join::kComma) return {};
  std::size_t first = end;
  static const WordSet articles("the a an");
  if (articles.has(words[first].folded)) ++first;
  std::size_t at = first;
  bool role = false;
  while (at < words.size() && at - first < kLongestTitle &&
         (at == end || joined(words[at]) ||
          words[at].join == Join::kPossessive ||
          words[at].join == Join::kAmpersand)) {
    const bool known = ends_title(words[at]) || qualifies(words[at]) ||
                       title_links().has(words[at].folded);
    if (!known) break;
    role |= is_role(words[at].folded);
    ++at;
  }
  const bool closed = at == words.size() || !joined(words[at]);
  return role && closed ? bytes(text, words, first, at) : std::string_view();
}

}  // namespace

bool is_honorific(std::string_view folded) {
  return courtesies().has(folded) || honorifics().has(folded) ||
         is_address(folded);
}

bool is_address(std::string_view folded) {
  return addresses().has(folded);
}

bool is_role(std::string_view folded) {
  return roles().has(folded) || is_native_role(folded);
}

bool is_role_modifier(std::string_view folded) {
  return modifiers().has(folded);
}

bool is_name_suffix(std::string_view folded) {
  static const WordSet set("jr sr ii iii iv jnr snr junior senior");
  return set.has(folded);
}

bool is_particle(std::string_view folded) {
  static const WordSet set(
      "al el ad an as ash ar at az bin ibn ben bint abu umm abd abdel abdul "
      "ul ur ud ould wa arap de da das do dos del della delle di du d' la las "
      "le les los van von der den ten ter zu zum zur af av y e bar st santa "
      "san mac mc o'");
  return set.has(folded);
}

bool is_title_abbreviation(std::string_view folded) {
  static const WordSet set(
      "mr mrs ms messrs dr drs prof profs sen sens rep reps gov govs gen gens "
      "lt col maj capt sgt cpl pvt adm cmdr rev hon pres brig supt det insp "
      "atty amb st ste mt ft fr mme mlle sec asst dep pfc msgr sra srta dra "
      "arq barr cde engr ing lic mgr owek smt ven");
  return set.has(folded);
}

bool is_tail_abbreviation(std::string_view folded) {
  static const WordSet set(
      "jr sr inc corp co cos ltd bros dept assn univ esq llc intl mfg "
      "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich "
      "minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash wis wyo");
  return set.has(folded);
}

std::size_t title_begin(const std::vector<Word>& words, std::size_t name,
                        std::size_t least) {
  if (name <= least || name >= words.size() || !joined(words[name]))
    return name;
  std::size_t at = name;
  if (ends_title(words[name - 1]))
    at = name - 1;
  else
    at = role_with_tail(words, name, least);
  while (at < name && at > least && name - at < kLongestTitle &&
         joined(words[at])) {
    const Word& word = words[at - 1];
    if (qualifies(word)) {
      --at;
    } else if (title_links().has(word.folded) && at - 1 > least &&
               joined(words[at - 1]) && links(words, at - 1)) {
      at -= 2;
    } else {
      break;
    }
  }
  return at;
}

std::string_view role_of(std::string_view text, const std::vector<Word>& words,
                         std::size_t name, std::size_t end, std::size_t least) {
  const std::size_t begin = title_begin(words, name, least);
  if (begin < name && !courtesies().has(words[name - 1].folded))
    return bytes(text, words, begin, name);
  return apposition(text, words, end);
}

}  // namespace broadsheet

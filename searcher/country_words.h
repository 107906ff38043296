// Countries and their adjectives: "Syrian" in a query for Syria, and the other
// way round, says that a story is about it.
#pragma once

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet {

/// Folded; pairs that stem alike (Palau, Palauan) need no row.
// clang-format off
inline constexpr auto kCountryWords =
    std::to_array<std::pair<std::string_view, std::string_view>>({
    {"afghanistan", "afghan"}, {"albania", "albanian"},
    {"algeria", "algerian"}, {"america", "american"}, {"angola", "angolan"},
    {"argentina", "argentine"}, {"argentina", "argentinian"},
    {"armenia", "armenian"}, {"asia", "asian"}, {"australia", "australian"},
    {"austria", "austrian"}, {"azerbaijan", "azerbaijani"},
    {"bahrain", "bahraini"}, {"bangladesh", "bangladeshi"},
    {"belarus", "belarusian"}, {"belgium", "belgian"}, {"bolivia", "bolivian"},
    {"bosnia", "bosnian"}, {"brazil", "brazilian"}, {"britain", "british"},
    {"bulgaria", "bulgarian"}, {"burma", "burmese"}, {"burundi", "burundian"},
    {"cambodia", "cambodian"}, {"cameroon", "cameroonian"},
    {"canada", "canadian"}, {"chad", "chadian"}, {"chile", "chilean"},
    {"china", "chinese"}, {"colombia", "colombian"}, {"congo", "congolese"},
    {"croatia", "croatian"}, {"cuba", "cuban"}, {"cyprus", "cypriot"},
    {"czechoslovakia", "czech"}, {"denmark", "danish"},
    {"dominica", "dominican"}, {"ecuador", "ecuadorian"},
    {"egypt", "egyptian"}, {"england", "english"}, {"eritrea", "eritrean"},
    {"estonia", "estonian"}, {"ethiopia", "ethiopian"}, {"europe", "european"},
    {"fiji", "fijian"}, {"finland", "finnish"}, {"france", "french"},
    {"gabon", "gabonese"}, {"gambia", "gambian"}, {"georgia", "georgian"},
    {"germany", "german"}, {"ghana", "ghanaian"}, {"greece", "greek"},
    {"guatemala", "guatemalan"}, {"guinea", "guinean"}, {"guyana", "guyanese"},
    {"haiti", "haitian"}, {"honduras", "honduran"}, {"hungary", "hungarian"},
    {"iceland", "icelandic"}, {"india", "indian"}, {"indonesia", "indonesian"},
    {"iran", "iranian"}, {"iraq", "iraqi"}, {"ireland", "irish"},
    {"israel", "israeli"}, {"italy", "italian"}, {"jamaica", "jamaican"},
    {"japan", "japanese"}, {"jordan", "jordanian"}, {"kazakhstan", "kazakh"},
    {"kenya", "kenyan"}, {"korea", "korean"}, {"kosovo", "kosovar"},
    {"kurdistan", "kurdish"}, {"kuwait", "kuwaiti"}, {"laos", "laotian"},
    {"latvia", "latvian"}, {"lebanon", "lebanese"}, {"liberia", "liberian"},
    {"libya", "libyan"}, {"lithuania", "lithuanian"},
    {"luxembourg", "luxembourger"}, {"macedonia", "macedonian"},
    {"madagascar", "malagasy"}, {"malawi", "malawian"}, {"malaya", "malayan"},
    {"malaysia", "malaysian"}, {"mali", "malian"}, {"malta", "maltese"},
    {"mauritania", "mauritanian"}, {"mexico", "mexican"},
    {"moldova", "moldovan"}, {"mongolia", "mongolian"},
    {"morocco", "moroccan"}, {"mozambique", "mozambican"},
    {"namibia", "namibian"}, {"nepal", "nepalese"}, {"netherlands", "dutch"},
    {"nicaragua", "nicaraguan"}, {"niger", "nigerien"},
    {"nigeria", "nigerian"}, {"norway", "norwegian"}, {"oman", "omani"},
    {"pakistan", "pakistani"}, {"palestine", "palestinian"},
    {"panama", "panamanian"}, {"paraguay", "paraguayan"}, {"peru", "peruvian"},
    {"philippines", "filipino"}, {"philippines", "philippine"},
    {"poland", "polish"}, {"portugal", "portuguese"}, {"prussia", "prussian"},
    {"qatar", "qatari"}, {"rhodesia", "rhodesian"}, {"romania", "romanian"},
    {"russia", "russian"}, {"rwanda", "rwandan"}, {"scotland", "scottish"},
    {"senegal", "senegalese"}, {"serbia", "serbian"}, {"siberia", "siberian"},
    {"singapore", "singaporean"}, {"slovakia", "slovak"},
    {"slovenia", "slovenian"}, {"somalia", "somali"}, {"soviet", "ussr"},
    {"spain", "spanish"}, {"sudan", "sudanese"}, {"sweden", "swedish"},
    {"switzerland", "swiss"}, {"syria", "syrian"}, {"taiwan", "taiwanese"},
    {"tajikistan", "tajik"}, {"tanzania", "tanzanian"}, {"thailand", "thai"},
    {"tibet", "tibetan"}, {"togo", "togolese"}, {"tunisia", "tunisian"},
    {"turkey", "turkish"}, {"turkmenistan", "turkmen"}, {"uganda", "ugandan"},
    {"ukraine", "ukrainian"}, {"uruguay", "uruguayan"},
    {"uzbekistan", "uzbek"}, {"venezuela", "venezuelan"},
    {"vietnam", "vietnamese"}, {"wales", "welsh"}, {"yemen", "yemeni"},
    {"yugoslavia", "yugoslav"}, {"zaire", "zairean"}, {"zambia", "zambian"},
    {"zimbabwe", "zimbabwean"}});
// clang-format on

/// The adjectives of a country, or the countries of an adjective.
inline std::vector<std::string_view> country_words(std::string_view folded) {
  std::vector<std::string_view> kin;
  for (const auto& [country, adjective] : kCountryWords) {
    if (country == folded) kin.push_back(adjective);
    if (adjective == folded) kin.push_back(country);
  }
  return kin;
}

}  // namespace broadsheet

#include "common/index/pet_names.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace broadsheet {
namespace {

/// Names in full, and behind each what it is in short.
constexpr std::string_view kNames = R"(
abraham abe; alan al; albert al bert; alejandro alex; alexander al alec alex
sandy; alexandra alex sandra; alfred al alf fred; amanda mandy; andrew andy
drew; angela angie; anthony tony; antonio tony tonio; arthur art; barbara
barb; benjamin ben benny; bernard bernie; bradley brad; catherine cathy kate
kathy; charles charlie chuck; christian chris; christina chris tina; christine
chris; christopher chris kit; cynthia cindy; daniel dan danny; david dave;
deborah deb debbie debby; donald don donnie; douglas doug; eduardo lalo;
edward ed eddie ned ted teddy; edwin ed; eleanor ellie; elizabeth beth betsy
betty eliza liz lizzie; enrique quique; ernest ernie; eugene gene; francis
frank; francisco chico pancho paco; franklin frank; frederick fred freddie;
gabriel gabe; geoffrey geoff; gerald gerry jerry; gregory greg; harold hal
harry; henry hal hank harry; herbert bert herb; ignacio nacho; isaac ike;
jacob jake; jacqueline jackie; james jamie jim jimmy; janet jan; jeffrey jeff;
jennifer jen jenny; jerome jerry; jessica jess; jesus chucho; john jack
johnny; jonathan jon; jose pepe ze; joseph joe joey; joshua josh; judith judy;
katherine kate kathy katie; kathleen kathy katie; kenneth ken kenny; kimberly
kim; lawrence larry; laurence larry; leonard len lenny; louis lou louie;
manuel manolo; margaret maggie meg peggy; martin marty; matthew matt;
maximilian max; maxwell max; michael mick mickey mike; mitchell mitch; nathan
nate; nathaniel nate; nicholas nick nicky; norman norm; pamela pam; patricia
pat patti patty tricia; patrick pat; peter pete; philip phil; phillip phil;
raymond ray; rebecca becky; richard dick rich rick ricky; robert bob bobby rob
robbie; roberto beto; ronald ron ronnie; russell russ; samantha sam; samuel
sam sammy; sandra sandy; sidney sid; stanley stan; stephen steve; steven
steve; stuart stu; susan sue susie; sydney sid; terence terry; terrance terry;
theodore ted teddy theo; theresa terry; thomas tom tommy; timothy tim timmy;
victor vic; vincent vince; virginia ginny; walter wally walt; william bill
billy will willie; zachary zach)";

using Names =
    std::unordered_map<std::string_view, std::vector<std::string_view>>;

Names read() {
  Names names;
  std::string_view full;
  for (std::string_view rest = kNames; !rest.empty();) {
    const auto begin = std::min(rest.find_first_not_of(" \n"), rest.size());
    rest.remove_prefix(begin);
    const auto end = std::min(rest.find_first_of(" ;\n"), rest.size());
    const auto name = rest.substr(0, end);
    if (full.empty())
      full = name;
    else
      names[name].push_back(full);
    rest.remove_prefix(end);
    if (rest.starts_with(';')) {
      full = {};
      rest.remove_prefix(1);
    }
  }
  return names;
}

bool is_short_for(std::string_view shorter, std::string_view full) {
  return std::ranges::count(in_full(shorter), full) > 0;
}

}  // namespace

std::span<const std::string_view> in_full(std::string_view given) {
  static const Names names = read();
  const auto at = names.find(given);
  if (at == names.end()) return {};
  return at->second;
}

bool is_in_short(std::string_view one, std::string_view other) {
  return is_short_for(one, other) || is_short_for(other, one);
}

}  // namespace broadsheet

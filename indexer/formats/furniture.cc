#include "indexer/formats/furniture.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/formats/time_of_day.h"

namespace broadsheet {
namespace {

struct Line {
  std::string_view folded;  ///< as fold_name() gives it
  bool sure;                ///< furniture also where it stands alone
};

constexpr Line kLines[] = {
    {"home", true},
    {"oops", false},
    {"something went wrong", false},
    {"please try again later", true},
    {"please try again", true},
    {"an error has occurred", true},
    {"advertisement", true},
    {"advertising", false},
    {"anzeige", true},
    {"publicidad", true},
    {"publicite", true},
    {"article continues below", true},
    {"story continues below", true},
    {"story continues", true},
    {"story continues below advertisement", true},
    {"article continues below advertisement", true},
    {"continue reading", true},
    {"read more", true},
    {"read next", true},
    {"read the full story", true},
    {"click here to read more", true},
    {"related articles", true},
    {"related stories", true},
    {"more from this section", true},
    {"recommended for you", true},
    {"most read", true},
    {"most popular", true},
    {"trending now", true},
    {"view comments", true},
    {"leave a comment", true},
    {"share this article", true},
    {"share this story", true},
    {"share on facebook", true},
    {"share on twitter", true},
    {"share", false},
    {"tweet", false},
    {"email", false},
    {"print", false},
    {"comments", false},
    {"sign up for our newsletter", true},
    {"subscribe to our newsletter", true},
    {"subscribe now", true},
    {"sign in", false},
    {"log in", false},
    {"skip to content", true},
    {"skip to main content", true},
    {"back to top", true},
    {"accept all cookies", true},
    {"accept cookies", true},
    {"this site uses cookies", true},
    {"your browser does not support the video tag", true},
    {"please enable javascript", true},
    {"printer friendly version", true},
    {"printer friendly page", true},
    {"printer friendly page send this article to a friend", true},
    {"send this article to a friend", true},
    {"send this article to friends by e mail", true},
    {"print this page", true},
    {"email this page", true},
    {"all rights reserved", true},
    {"article content", true},
    {"share this article in your social network", true},
    {"leave a reply", true},
    {"loading", false},
};

/// What opens a notice.
constexpr std::string_view kNotices[] = {
    "copyright",
    "all rights reserved",
    "follow us on",
    "follow us at",
    "sign up for",
    "sign up to",
    "subscribe to",
    "already a subscriber",
    "want to read more",
    "to continue reading",
    "get access",
    "register to post comments",
    "log in or register",
    "log in to comment",
    "read the original article",
    "a version of this article appear",
    "a version of this article first appear",
    "continue reading the main story",
    "bookmark with",
    "image source",
    "image caption",
    "order reprints",
    "receba nossa newsletter",
    "seguici su",
    "abonnez vous",
    "inscrivez vous",
    "suscribete",
    "siguenos",
    "jetzt abonnieren",
    "подпишитесь",
    "подписывайтесь",
    "підписуйтесь",
    "підпишіться",
    "simak breaking news",
    "advertisement scroll",
    "our standards the thomson reuters",
    "follow aps coverage",
    "find more aps coverage",
    "web posted",
    "close window",
    "by providing an email address",
    "note pages will open in a new browser window",
    "請繼續往下閱讀",
    "discussion about this post",
    "责任编辑",
    "有料会員限定",
    "この記事は会員限定",
    "この記事は有料",
    "kluda raksta",
    "责编",
    "this advertisement has not loaded yet",
    "we apologize but this video has failed to load",
    "this content is reserved for subscribers",
    "subscribe now to read",
    "unlimited online access",
    "get exclusive access",
    "skip to content",
    "skip to main content",
    "this page was last updated",
    "this page last updated",
    "чтобы сообщить об ошибке",
    "следите за нашими новостями",
    "이 기사는 언론사에서",
    "temas que aparecen en esta nota",
    "diese seite wurde zuletzt",
};

/// What opens a pointer to other stories.
constexpr std::string_view kPointers[] = {
    // English
    "read more", "read also", "also read", "read next", "see also",
    "more on this", "more on this story", "related", "related stories",
    "related story", "related articles", "related topics", "related coverage",
    "related content", "related links", "related news", "related posts",
    "related post", "recommended", "you may also like", "more from",
    "don't miss", "in this story", "related sites", "simak video", "watch",
    "listen", "filed under", "tags", "topics",
    // French, Portuguese, Spanish
    "lire aussi", "à lire aussi", "lire également", "voir aussi",
    "sur le même sujet", "leia também", "leia mais", "veja também",
    "saiba mais", "lea también", "lee también", "te puede interesar",
    "le puede interesar", "más información", "ver también",
    "noticias relacionadas",
    // German, Italian, Dutch, the north
    "mehr zum thema", "lesen sie auch", "lesen sie mehr", "lesen sie hier",
    "mehr dazu", "auch interessant", "leggi anche", "articoli correlati",
    "lees ook", "lees meer", "läs också", "läs även", "läs mer", "les også",
    "læs også",
    // other letters and tongues
    "czytaj także", "czytaj też", "zobacz też", "zobacz także", "читайте также",
    "по теме", "читайте також", "اقرأ أيضا", "اقرأ أيضًا", "इसे भी पढ़ें",
    "यह भी पढ़ें", "baca juga", "xem thêm", "延伸阅读", "相关阅读", "相关新闻",
    "相关链接", "関連記事", "関連ニュース", "관련기사", "ilgili haberler",
    "haberle ilgili", "เรื่องที่เกี่ยวข้อง", "ข่าวที่เกี่ยวข้อง", "อ่านเพิ่มเติม", "ayrıca bkz",
    "more", "back to", "mirá también", "leé también", "lea además", "lue myös",
    "lue lisää", "les mer", "læs mere", "čtěte také", "čtěte více",
    "čítajte aj", "olvassa el", "kapcsolódó cikkek", "citește și",
    "pročitajte još", "pročitajte i", "прочетете още", "читайте по теме",
    "новости по теме", "διαβάστε επίσης", "διαβάστε ακόμη", "lasi arī",
    "skaitykite taip pat", "loe ka", "ilgili haber",
    "bunlar da ilginizi çekebilir", "اقرأ المزيد", "موضوعات ذات صلة",
    "أخبار متعلقة", "بیشتر بخوانید", "مطالب مرتبط", "مزید پڑھیں",
    "לקריאה נוספת", "קראו עוד", "আরও পড়ুন", "மேலும் படிக்க", "soma pia",
    "あわせて読みたい"};

const Line* line_of(std::string_view line) {
  if (line.size() > 80) return nullptr;
  std::string folded = fold_name(line);
  // "Advertisement 2"
  folded.resize(folded.find_last_not_of("0123456789 ") + 1);
  const auto* found =
      std::find_if(std::begin(kLines), std::end(kLines),
                   [&](const Line& known) { return known.folded == folded; });
  return found == std::end(kLines) ? nullptr : found;
}

template <std::size_t N>
std::vector<std::string> folded(const std::string_view (&names)[N]) {
  std::vector<std::string> all;
  for (const std::string_view name : names) all.push_back(fold_name(name));
  return all;
}

/// "* * *", "___", "3/12": marks that part stories, places in a gallery.
bool is_sign(std::string_view line) {
  std::size_t digits = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || is_letter(c)) return false;
    if (is_digit(c)) ++digits;
  }
  return digits == 0 ||
         (line.size() <= 8 && line.find('/') != line.npos &&
          digits + 1 + std::ranges::count(line, ' ') == line.size());
}

}  // namespace

bool is_furniture(std::string_view line) {
  const Line* known = line_of(line);
  return (known && known->sure) || is_sign(line) || is_time_of_day(line);
}

bool is_notice(std::string_view line) {
  // A credit may stand before the text: "© Provided by ... Vik closed ...".
  const bool rights = line.find("rights reserved") != line.npos;
  const bool sign = line.starts_with("©");
  if (line.size() > (rights ? 400 : sign ? 160 : 250)) return false;
  if (sign) return true;
  static const std::vector<std::string> notices = folded(kNotices);
  const std::string words = fold_name(line);
  return std::ranges::any_of(notices, [&](const std::string& notice) {
    return words.starts_with(notice);
  });
}

bool is_pointer(std::string_view line, double linked) {
  constexpr double kMostlyLinks = 0.4;
  static const std::vector<std::string> pointers = folded(kPointers);
  if (line.size() > 300) return false;
  const std::string words = fold_name(line);
  const std::string before =
      fold_name(line.substr(0, std::min(line.find(':'), line.size())));
  return std::ranges::any_of(pointers, [&](const std::string& pointer) {
    const bool opens =
        words.starts_with(pointer) &&
        (words.size() == pointer.size() || words[pointer.size()] == ' ');
    return opens && (linked >= kMostlyLinks || before == pointer);
  });
}

bool is_furniture(std::span<const std::string_view> block) {
  return std::any_of(block.begin(), block.end(),
                     [](std::string_view l) { return is_furniture(l); }) &&
         std::all_of(block.begin(), block.end(),
                     [](std::string_view l) { return line_of(l); });
}

}  // namespace broadsheet

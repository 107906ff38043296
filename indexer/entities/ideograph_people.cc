#include "indexer/entities/ideograph_people.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"

namespace broadsheet {
namespace {

using Letters = std::u32string_view;

// Tables of words with single spaces between them; of letters, without.
constexpr Letters kChineseFamilies =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁"
    U"潘"
    U"于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱"
    U"江"
    U"尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习温朴張劉陳楊黃趙吳"
    U"孫"
    U"馬鄭謝許韓馮鄧蔣葉蘇魏呂盧鍾譚陸賈韋鄒龍賀顧龔萬錢嚴湯";
constexpr Letters kChineseTitles =
    U"主席 总统 總統 总理 總理 部长 部長 市长 市長 省长 省長 县长 书记 書記 "
    U"记者 "
    U"記者 教授 院长 院長 校长 校長 局长 局長 经理 經理 董事长 工程师 工程師 "
    U"专家 "
    U"專家 妻子 丈夫 儿子 女儿 司令 将军 將軍 议员 議員 发言人 發言人 船工 "
    U"医生 "
    U"醫生 教练 教練 队长 選手 选手 导演 作家 演员 会长 會長 特使 大使 首相 "
    U"外长 "
    U"外長 防长 同志 秘书长 律师 法官 村民 居民 农民 司机 学者 先生 女士 老师";
constexpr Letters kChineseVerbs =
    U"说 說 表示 指出 称 稱 认为 認為 强调 強調 宣布 告诉 告訴 透露 呼吁 报道 "
    U"報道 "
    U"对记者 會見 会见 访问 訪問 出席 抵达 在 对 率 接受 当选 负责 则 今 昨 "
    U"星期 日前 "
    U"是";
constexpr Letters kTransliterating =
    U"阿埃艾爱安昂奥澳巴白拜班邦保鲍贝本比彼边别宾波伯博勃布查察达戴丹当道德登"
    U"邓"
    U"迪蒂丁杜顿多厄恩尔法范菲费芬佛夫弗福富盖甘高戈格根古瓜圭哈海汉豪赫亨洪胡"
    U"华"
    U"霍基吉季加贾坚杰捷金京卡凯坎康考科克肯孔库夸拉莱赖兰朗劳勒雷里利莉理列林"
    U"琳"
    U"龙"
    U"隆卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙米密明摩莫默姆慕穆拿娜纳奈南内尼涅宁纽"
    U"努"
    U"诺欧帕派潘庞培佩彭皮平珀普奇齐恰强乔钦琼让热日荣茹瑞若萨塞赛桑瑟森沙山尚"
    U"绍"
    U"舍申圣什史士舒朔斯丝思斯松索苏孙所塔泰坦汤唐陶特滕提廷通图托瓦万旺威韦维"
    U"魏温"
    U"文翁沃乌武伍西希席锡夏谢辛欣休许雅亚延扬耶叶伊因英尤于约泽曾扎詹珍治朱卓"
    U"兹佐";
constexpr Letters kJapaneseFamilies =
    U"佐々木 長谷川 中曽根 佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 "
    U"吉田 "
    U"山田 山口 松本 井上 木村 斎藤 清水 山崎 阿部 池田 橋本 石川 山下 中島 "
    U"前田 藤田 "
    U"小川 後藤 岡田 村上 近藤 石井 斉藤 坂本 遠藤 青木 藤井 西村 福田 太田 "
    U"三浦 岡本 "
    U"松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田 柴田 "
    U"酒井 工藤 "
    U"横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 河野 藤原 小島 菅原 "
    U"村田 武田 "
    U"上野 杉山 増田 小山 大塚 平野 安倍 岸田 石破 麻生 鳩山 小泉 野田 小沢 "
    U"二階 茂木 "
    U"甘利 枝野 志位 細川 宮沢 海部 竹下 大平 三木 橋下 小池 高市 玉木 菅 森 "
    U"林 原";
constexpr Letters kJapaneseTitles =
    U"首相 大統領 氏 外相 知事 市長 社長 会長 教授 監督 選手 議員 容疑者 被告 "
    U"さん "
    U"党首 幹事長 官房長官 国務長官 国防長官 長官 総裁 記者 議長 防衛相 財務相 "
    U"委員長 "
    U"代表 書記長 主席 総書記";
constexpr Letters kKoreanFamilies =
    U"김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차"
    U"주우"
    U"구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕나";
constexpr Letters kKoreanTitles =
    U"대통령 총리 장관 차관 의원 위원장 대표 시장 회장 사장 교수 감독 기자 씨 "
    U"선수 "
    U"후보 총장 지사 대변인 원장 국장 실장 주석 작가 목사 변호사 판사 검사 "
    U"총재 부통령";
constexpr Letters kKoreanEndings = U"은는이가을를의도와과";

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || c == U'々';
}
bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}
bool is_katakana(char32_t c) {
  return c >= 0x30A1 && c <= 0x30FC && c != U'・';
}
bool is_transliterating(char32_t c) {
  return kTransliterating.find(c) != Letters::npos;
}
bool is_dot(char32_t c) {
  return c == U'·' || c == U'・' || c == U'•';
}

/// Calls `use` for each word of a table until it says true.
template <class Use>
bool any_word(Letters table, Use&& use) {
  while (!table.empty()) {
    const std::size_t end = table.find(U' ');
    if (use(table.substr(0, end))) return true;
    table.remove_prefix(end == Letters::npos ? table.size() : end + 1);
  }
  return false;
}

/// One of the table's words that the text begins with; else nothing.
Letters beginning(Letters text, Letters table) {
  Letters found;
  any_word(table, [&](Letters word) {
    if (text.starts_with(word)) found = word;
    return !found.empty();
  });
  return found;
}

bool begins(Letters text, Letters table) {
  return !beginning(text, table).empty();
}

bool ends(Letters text, Letters table) {
  return any_word(table, [&](Letters word) { return text.ends_with(word); });
}

/// A zone by its letters.
class LetterText {
 public:
  explicit LetterText(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      offsets_.push_back(static_cast<std::uint32_t>(at));
      letters_.push_back(next_char(text, at));
    }
    offsets_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  std::size_t size() const { return letters_.size(); }
  char32_t operator[](std::size_t i) const {
    return i < letters_.size() ? letters_[i] : U' ';
  }
  Letters before(std::size_t i) const { return Letters(letters_).substr(0, i); }
  Letters from(std::size_t i) const {
    return i < size() ? Letters(letters_).substr(i) : Letters();
  }
  Letters slice(std::size_t i, std::size_t end) const {
    return Letters(letters_).substr(i, end - i);
  }
  /// The end of the letters of a kind from `i` on.
  template <class Is>
  std::size_t run_end(std::size_t i, Is&& is) const {
    while (i < size() && is(letters_[i])) ++i;
    return i;
  }
  TaggedSpan span(std::size_t first, std::size_t end) const {
    return {offsets_[first], offsets_[end], Label::kPerson};
  }

 private:
  std::u32string letters_;
  std::vector<std::uint32_t> offsets_;
};

// Each of these gives the end of the name that begins at `i`, or `i`.

/// "总统罗纳德·里根", "工程师范德默伦认为".
std::size_t transliterated(const LetterText& text, std::size_t i) {
  const bool behind_title = ends(text.before(i), kChineseTitles);
  if (i > 0 && is_transliterating(text[i - 1]) && !behind_title) return i;
  if (ends(text.before(i + 1), kChineseTitles)) return i;
  std::size_t end = text.run_end(i, is_transliterating);
  bool dotted = false;
  while (end > i && is_dot(text[end]) && is_transliterating(text[end + 1])) {
    dotted = true;
    end = text.run_end(end + 1, is_transliterating);
  }
  const bool closed =
      !is_han(text[end]) || begins(text.from(end), kChineseVerbs);
  const bool titled =
      end > i + 2 && closed && ends(text.before(i), kChineseTitles);
  return end > i + 1 && (dotted || titled) ? end : i;
}

/// "市长李晓红说", "刘德海教授".
std::size_t chinese(const LetterText& text, std::size_t i) {
  if (kChineseFamilies.find(text[i]) == Letters::npos) return i;
  const bool titled = ends(text.before(i), kChineseTitles);
  const bool opens = i == 0 || !is_han(text[i - 1]);
  if (!titled && !opens) return i;
  for (const std::size_t end : {i + 3, i + 2}) {
    if (text.run_end(i, is_han) < end) continue;
    const Letters rest = text.from(end);
    const bool closed = !is_han(text[end]) || begins(rest, kChineseVerbs);
    const bool sure = begins(rest, kChineseTitles) ||
                      (titled ? closed : begins(rest, U"说 說 表示 指出 认为"));
    if (sure && !begins(text.slice(i + 1, end), kChineseTitles)) return end;
  }
  return i;
}

/// "山田太郎首相", "ジョン・スミス国務長官".
std::size_t japanese(const LetterText& text, std::size_t i) {
  constexpr std::size_t kLongestGiven = 3;
  if (is_katakana(text[i]) && (i == 0 || !is_katakana(text[i - 1]))) {
    std::size_t end = text.run_end(i, is_katakana);
    while (is_dot(text[end]) && is_katakana(text[end + 1]))
      end = text.run_end(end + 1, is_katakana);
    return begins(text.from(end), kJapaneseTitles) ? end : i;
  }
  if (!is_han(text[i]) || (i > 0 && is_han(text[i - 1]))) return i;
  const Letters family = beginning(text.from(i), kJapaneseFamilies);
  if (family.empty()) return i;
  const std::size_t given = i + family.size();
  for (std::size_t end = given; end <= given + kLongestGiven; ++end) {
    if (begins(text.from(end), kJapaneseTitles)) return end;
    if (!is_han(text[end])) break;
  }
  return i;
}

/// "김철수 대통령은", "서울시장 오세진은".
std::size_t korean(const LetterText& text, std::size_t i) {
  constexpr std::size_t kName = 3;
  if (kKoreanFamilies.find(text[i]) == Letters::npos ||
      (i > 0 && is_hangul(text[i - 1])))
    return i;
  const std::size_t size = text.run_end(i, is_hangul) - i;
  const std::size_t end = i + kName;
  const bool before = size == kName && text[end] == U' ' &&
                      begins(text.from(end + 1), kKoreanTitles);
  const bool behind = size == kName + 1 && i > 0 && text[i - 1] == U' ' &&
                      kKoreanEndings.find(text[end]) != Letters::npos &&
                      ends(text.before(i - 1), kKoreanTitles);
  return before || behind ? end : i;
}

constexpr std::size_t (*kReaders[])(const LetterText&, std::size_t) = {
    transliterated, chinese, japanese, korean};

std::size_t name_end(const LetterText& text, std::size_t i) {
  if (text[i] < 0x3000) return i;
  for (const auto& reader : kReaders)
    if (const std::size_t end = reader(text, i); end > i) return end;
  return i;
}

/// Names that were found, to be found where nothing shows what they are.
class KnownNames {
 public:
  void learn(Letters name) {
    constexpr std::size_t kSure = 3;
    const std::size_t dot = name.find_last_of(U"·・•");
    if (dot != Letters::npos) name.remove_prefix(dot + 1);
    if (name.size() >= kSure || (dot != Letters::npos && name.size() > 1))
      names_.emplace_back(name);
  }

  std::vector<TaggedSpan> find(const LetterText& text) const {
    std::vector<TaggedSpan> found;
    for (const std::u32string& name : names_)
      for (std::size_t at = text.from(0).find(name); at != Letters::npos;
           at = text.from(0).find(name, at + name.size()))
        found.push_back(text.span(at, at + name.size()));
    std::ranges::sort(found, {}, &TaggedSpan::begin);
    return found;
  }

  void settle() {
    std::ranges::sort(names_);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  }

 private:
  std::vector<std::u32string> names_;
};

bool has_ideographs(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xED;
  });
}

}  // namespace

void add_ideograph_people(std::span<ZoneText> zones) {
  KnownNames known;
  std::vector<LetterText> texts;
  for (ZoneText& zone : zones) {
    const LetterText& text = texts.emplace_back(
        has_ideographs(zone.text) ? zone.text : std::string_view());
    std::vector<TaggedSpan> found;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = name_end(text, i);
      if (end > i) {
        found.push_back(text.span(i, end));
        known.learn(text.slice(i, end));
      }
      i = std::max(end, i + 1);
    }
    zone.add(found);
  }
  known.settle();
  for (std::size_t i = 0; i < texts.size(); ++i)
    zones[i].add(known.find(texts[i]));
}

}  // namespace broadsheet

#include "indexer/formats/alto_page.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>

#include "indexer/formats/xml.h"

namespace broadsheet {
namespace {

/// 0 to 1; some programs write a decimal comma.
std::optional<double> confidence_in(const pugi::xml_node& node,
                                    const char* name) {
  std::string text = node.attribute(name).value();
  std::ranges::replace(text, ',', '.');
  double value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  if (value < 0 || value > 1) return std::nullopt;
  return value;
}

/// Without the sign of a word that goes on in the next line, if it has one.
bool take_break_sign(std::string& text) {
  for (const std::string_view sign : {"¬", "\u00AD"}) {
    if (!text.ends_with(sign) || text.size() == sign.size()) continue;
    text.resize(text.size() - sign.size());
    return true;
  }
  return false;
}

OcrWord word_of(const pugi::xml_node& node) {
  const std::string_view part = node.attribute("SUBS_TYPE").value();
  OcrWord word;
  word.text = node.attribute("CONTENT").value();
  word.torn = take_break_sign(word.text);
  word.whole = node.attribute("SUBS_CONTENT").value();
  word.confidence = confidence_in(node, "WC");
  word.part = part == "HypPart1"   ? OcrWord::kFirst
              : part == "HypPart2" ? OcrWord::kSecond
                                   : OcrWord::kWhole;
  return word;
}

/// Does a line that ends so go on in the next one, though nothing tells of a
/// hyphen?
bool is_torn(std::string_view line, std::string_view next) {
  const auto is_small = [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  return line.size() > 1 && line.back() == '-' &&
         is_small(line[line.size() - 2]) && !next.empty() && is_small(next[0]);
}

}  // namespace

void WordConfidence::add(std::optional<double> confidence) {
  if (!confidence) return;
  sum_ += *confidence;
  ++words_;
}

void WordConfidence::add(const WordConfidence& others) {
  sum_ += others.sum_;
  words_ += others.words_;
}

double WordConfidence::mean() const {
  if (words_ == 0) return 0;
  return std::round(1000 * sum_ / static_cast<double>(words_)) / 1000;
}

AltoPage::AltoPage(const pugi::xml_node& alto) {
  read(alto);
}

void AltoPage::read(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  const std::size_t begin = words_.size();
  if (name == "String") {
    words_.push_back(word_of(node));
  } else if (name == "HYP") {
    if (!words_.empty()) words_.back().torn = true;
  } else {
    for (const pugi::xml_node& part : node.children()) read(part);
  }
  if (begin == words_.size()) return;
  if (name == "Page") be_sure_from(begin, confidence_in(node, "PC"));
  words_[begin].opens_line |= name == "TextLine";
  words_[begin].opens_block |= name == "TextBlock";
  const std::string id = node.attribute("ID").value();
  if (!id.empty()) by_id_.try_emplace(id, OcrRange{begin, words_.size()});
}

void AltoPage::be_sure_from(std::size_t first,
                            std::optional<double> confidence) {
  for (OcrWord& word : std::span(words_).subspan(first))
    if (!word.confidence) word.confidence = confidence;
}

OcrRange AltoPage::range(const std::string& first,
                         const std::string& last) const {
  const auto from = by_id_.find(first);
  if (from == by_id_.end()) return {};
  const auto to = by_id_.find(last);
  if (to == by_id_.end() || to->second.end < from->second.end)
    return from->second;
  return {from->second.begin, to->second.end};
}

void OcrText::add(const OcrWord& word) {
  confidence_.add(word.confidence);
  if (word.opens_block) end_paragraph();
  const bool second = word.part == OcrWord::kSecond;
  if (second && whole_) {
    torn_ = whole_ = ended_ = false;
    return;
  }
  if (word.opens_line && !torn_ && is_torn(text_, word.text)) {
    text_.pop_back();
  } else if (!torn_ && !text_.empty()) {
    text_ += ended_ ? '\n' : ' ';
  }
  const bool known =
      word.part != OcrWord::kWhole && !word.whole.empty() && !(second && torn_);
  text_ += known ? word.whole : word.text;
  whole_ |= known && !second;
  torn_ = word.torn && !known;
  if (torn_ && text_.size() > 1 && text_.back() == '-') text_.pop_back();
  ended_ = false;
}

void OcrText::end_paragraph() {
  ended_ = true;
}

}  // namespace broadsheet

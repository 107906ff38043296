#include "common/news/article.h"

#include <ostream>
#include <string_view>

namespace broadsheet {
namespace {

/// The plain fields, in the order in which they are printed.
struct TextField {
  std::string_view name;
  std::string Article::*text;
};

constexpr TextField kBeforeDate[] = {
    {"fragment", &Article::fragment},   {"origin", &Article::origin},
    {"source_id", &Article::source_id}, {"headline", &Article::headline},
    {"byline", &Article::byline},       {"dateline", &Article::dateline},
};

constexpr TextField kAfterDate[] = {
    {"date_source", &Article::date_source},
    {"date_rejected", &Article::date_rejected},
    {"source", &Article::source},
    {"section", &Article::section},
    {"language", &Article::language},
    {"url", &Article::url},
    {"status", &Article::status},
    {"embargo", &Article::embargo},
    {"version", &Article::version},
    {"correction", &Article::correction},
    {"crawled", &Article::crawled},
};

struct ListField {
  std::string_view name;
  std::vector<std::string> Article::*items;
};

constexpr ListField kLists[] = {
    {"topics", &Article::topics},
    {"people", &Article::people},
    {"places", &Article::places},
    {"orgs", &Article::orgs},
};

void print(std::ostream& out, std::string_view name, std::string_view text) {
  if (!text.empty()) out << name << ": " << text << '\n';
}

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const std::string& item : items) {
    if (!all.empty()) all += "; ";
    all += item;
  }
  return all;
}

/// Paragraphs go on under the key, indented, so that no line of a body can be
/// taken for a key.
std::string indented(std::string_view body) {
  std::string text;
  for (const char c : body) {
    text += c;
    if (c == '\n') text += "  ";
  }
  return text;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Article& article) {
  for (const TextField& field : kBeforeDate) {
    print(out, field.name, article.*field.text);
  }
  print(out, "date", to_string(article.date));
  for (const TextField& field : kAfterDate) {
    print(out, field.name, article.*field.text);
  }
  if (article.word_confidence > 0)
    out << "word_confidence: " << article.word_confidence << '\n';
  for (const ListField& field : kLists) {
    print(out, field.name, joined(article.*field.items));
  }
  print(out, "body", indented(article.body));
  return out;
}

}  // namespace broadsheet

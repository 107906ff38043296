#include "indexer/formats/trec.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indexer/formats/byline.h"
#include "indexer/formats/charset.h"
#include "indexer/formats/date_parser.h"
#include "indexer/formats/dating.h"
#include "indexer/formats/json_record.h"
#include "indexer/formats/language_tag.h"
#include "indexer/formats/markup.h"
#include "indexer/formats/prose.h"
#include "indexer/formats/sgml_framer.h"

namespace broadsheet {
namespace {

/// The tags of the collections (AP, Wall Street Journal, Financial Times, Los
/// Angeles Times, FBIS, Federal Register, Gigaword, San Jose Mercury), best
/// first.
struct TagNames {
  std::string_view field;
  std::string_view tags;
};

constexpr TagNames kTags[] = {
    {"id", "DOCNO DOCID"},
    {"headline", "HEADLINE HL HEAD TITLE TI H3 DOCTITLE"},
    {"date", "DATE DD DATE1 PUBDATE PUBLICATIONDATE DATE_TIME"},
    {"byline", "BYLINE"},
    {"author", "AUTHOR"},
    {"dateline", "DATELINE"},
    {"section", "SECTION SECT CATEGORY"},
    {"source", "SOURCE SO PUB NAME"},
    {"journal", "JOURNAL"},
    {"topics", "SUBJECT DESCRIPT"},
    {"industries", "IN"},
    {"countries", "CN RE"},
    {"companies", "CO"},
    {"language", "LANGUAGE LANG"},
};

/// All pieces between <TAG ...> and </TAG>; one that is not closed reaches to
/// the end.
std::vector<std::string_view> pieces(std::string_view story,
                                     std::string_view tag) {
  std::vector<std::string_view> found;
  MarkupTokenizer tokens(story);
  MarkupToken token;
  while (tokens.next(token)) {
    if (token.kind != MarkupKind::kOpen || !same_name(token.name, tag))
      continue;
    const std::string_view rest = tokens.rest();
    const std::size_t end =
        std::min(rest.find(fmt::format("</{}>", token.name)), rest.size());
    found.push_back(rest.substr(0, end));
    tokens = MarkupTokenizer(rest.substr(end));
  }
  return found;
}

std::string text_in(std::string_view story, std::string_view field,
                    std::string (*as)(std::string_view)) {
  const auto* row =
      std::find_if(std::begin(kTags), std::end(kTags),
                   [&](const TagNames& names) { return names.field == field; });
  std::string_view tags = row->tags;
  while (!tags.empty()) {
    const std::size_t end = std::min(tags.find(' '), tags.size());
    const auto found = pieces(story, tags.substr(0, end));
    const std::string text = found.empty() ? "" : as(found.front());
    if (!text.empty()) return text;
    tags.remove_prefix(std::min(end + 1, tags.size()));
  }
  return {};
}

std::string line_of(std::string_view piece) {
  return one_line(markup_text(piece));
}

/// Paragraphs by their <P>, or by their lines where there is none.
std::string blocks_of(std::string_view piece) {
  std::string body;
  const auto paragraphs = pieces(piece, "P");
  if (!paragraphs.empty()) return body_text(piece);
  for (const std::string& paragraph :
       paragraphs_of(clean_text(decode_entities(piece)))) {
    add_paragraph(body, one_line(markup_text(paragraph)));
  }
  return body;
}

/// A first paragraph may stand apart from the rest; a <BODY> holds the <TEXT>,
/// if there is one.
std::string body_of(std::string_view story) {
  std::string body;
  for (const std::string_view tag : {"LP", "LEADPARA", "TEXT", "BODY"}) {
    if (tag == "BODY" && !body.empty()) break;
    for (const std::string_view piece : pieces(story, tag)) {
      const std::string text = blocks_of(piece);
      if (!text.empty() && !body.empty()) body += '\n';
      body += text;
    }
  }
  return body;
}

/// "FT  13 MAY 92 / Mole closed" without the paper and its day; "Mole closed:
/// @ Nobody hurt" without the sign of a new line. "Mole Closed ---- By Jane
/// Doe" tells its author, too.
void read_headline(std::string_view story, Article& article) {
  std::string line = text_in(story, "headline", line_of);
  const std::size_t rule = line.find(" ---- ");
  if (rule != line.npos) {
    const std::string behind = line.substr(rule + 6);
    const std::size_t post = behind.find(" Staff ");
    const std::string by = behind.substr(0, post);
    if (is_byline(by)) article.byline = byline_of(by);
    line.resize(rule);
  }
  const std::size_t slash = line.find(" / ");
  if (line.starts_with("FT ") && slash < 16) line.erase(0, slash + 3);
  std::replace(line.begin(), line.end(), '@', ' ');
  article.headline = one_line(line);
}

/// "880212" in a collection of the nineties is 1988-02-12.
std::optional<Date> short_date(std::string_view digits) {
  if (digits.size() != 6 ||
      digits.find_first_not_of("0123456789") != digits.npos) {
    return std::nullopt;
  }
  return parse_date("19" + std::string(digits));
}

/// "Business; Part 4; Financial Desk" is Business, "Part A; Page 6; Foreign
/// Desk" the Foreign Desk.
std::string section_of(std::string_view line) {
  const bool counted = line.starts_with("Part ");
  const std::size_t last = line.rfind(';');
  if (counted && last != line.npos) return one_line(line.substr(last + 1));
  return one_line(line.substr(0, line.find(';')));
}

std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    // Ziff's come with labels, without ends.
    const std::string_view item = list.substr(0, end);
    if (item.find(':') == item.npos) items.push_back(one_line(item));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return items;
}

/// "PTZ  Portugal, West Europe." and "PORTUGAL (PO)", line by line, as their
/// names; codes alone are none.
std::vector<std::string> coded_names(const std::string& list) {
  std::vector<std::string> names;
  for (std::string_view line : lines_of(list)) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const std::size_t gap = line.find("  ");
    if (gap != line.npos) line.remove_prefix(gap);
    const std::string name = one_line(line.substr(0, line.find_first_of(",(")));
    const bool code = gap == line.npos && line.find_first_of("(.") == line.npos;
    if (!code) names.push_back(name.substr(0, name.find_last_not_of('.') + 1));
  }
  return names;
}

/// Newswires print it between the headline and the text.
std::string line_above_text(std::string_view story) {
  const auto bodies = pieces(story, "BODY");
  if (bodies.empty()) return {};
  const std::string_view head =
      bodies.front().substr(0, bodies.front().find("<TEXT>"));
  const std::size_t end = head.rfind("</HEADLINE>");
  if (end == head.npos) return {};
  for (const std::string_view line : lines_of(head.substr(end + 11))) {
    if (is_byline(one_line(line))) return std::string(line);
  }
  return {};
}

void read_byline(std::string_view story, Article& article) {
  for (const std::string& line :
       {text_in(story, "byline", line_of), line_above_text(story)}) {
    if (article.byline.empty()) article.byline = byline_of(line);
  }
  if (article.byline.empty())
    article.byline = authors_of(text_in(story, "author", line_of));
}

/// What foreign broadcasts print above their text: its language, who wrote it.
void take_broadcast_head(Article& article) {
  std::string body;
  for (std::string_view line : lines_of(article.body)) {
    if (line.starts_with("Language:")) {
      article.language = language_code(one_line(line.substr(9)));
    } else if (line.starts_with("[By ") && line.ends_with(']')) {
      article.byline = byline_of(line.substr(1, line.size() - 2));
    } else if (!line.starts_with("Article Type:")) {
      for (const std::string_view mark : {"[Text]", "[Excerpts]"}) {
        if (line.starts_with(mark)) line.remove_prefix(mark.size());
      }
      add_paragraph(body, line);
    }
  }
  article.body = std::move(body);
}

/// "PC Week  Oct 30 1989 v6 n43": a journal and its day.
void read_journal(std::string_view line, Article& article) {
  const auto found = find_date(line);
  if (!found) return;
  article.source = one_line(line.substr(0, found->begin));
  offer_date(article, DateOrigin::kMeta, found->date, line);
}

/// Ziff's signs of ends of fields and those of newswires for how lines are set,
/// which are no entities.
std::string without_signs(std::string text) {
  for (const std::string_view sign :
       {"&M;", "&O;", "&UR;", "&QC;", "&QL;", "&QR;", "&LR;"}) {
    for (std::size_t at = 0; (at = text.find(sign, at)) != text.npos;) {
      text.erase(at, sign.size());
    }
  }
  return text;
}

/// Ids that begin with a paper and its day, in the order of the year first:
/// AP880212-0001, WSJ870324-0001, FR940104-0-00001.
void offer_id_date(Article& article) {
  const std::string_view id = article.source_id;
  for (const std::string_view paper : {"AP", "WSJ", "FR"}) {
    if (!id.starts_with(paper) || id.find('-') != paper.size() + 6) continue;
    const std::string_view digits = id.substr(paper.size(), 6);
    if (const auto date = short_date(digits)) {
      offer_date(article, DateOrigin::kMeta, *date, digits);
    }
  }
}

void offer_dates(std::string_view story, Article& article) {
  offer_id_date(article);
  const std::string text = text_in(story, "date", line_of);
  if (const auto date = short_date(text)) {
    offer_date(article, DateOrigin::kMeta, *date, text);
  } else {
    offer_date(article, DateOrigin::kMeta, text);
  }
}

class TrecReader final : public Reader {
 public:
  TrecReader(Input& input, OnSkip on_skip)
      : framer_(input, "<DOC", "</DOC>"), on_skip_(std::move(on_skip)) {}

  std::optional<Article> next() override {
    SgmlFrame frame;
    while (framer_.next(frame)) {
      Article story = parse_trec_story(without_signs(to_utf8(frame.text)));
      const std::string name = story.source_id.empty()
                                   ? fmt::format("record {}", frame.number)
                                   : "story " + story.source_id;
      if (!frame.closed || !has_text(story)) {
        on_skip_({.line = frame.line,
                  .record = name,
                  .why = frame.closed ? "neither text nor headline"
                                      : "unterminated <DOC>"});
        continue;
      }
      if (story.fragment.empty()) story.fragment = std::to_string(frame.number);
      return finished(std::move(story), on_skip_);
    }
    return std::nullopt;
  }

 private:
  SgmlFramer framer_;
  OnSkip on_skip_;
};

}  // namespace

Article parse_trec_story(std::string_view story) {
  Article article;
  article.source_id = text_in(story, "id", line_of);
  if (article.source_id.empty()) {
    const std::string_view tag = story.substr(0, story.find('>'));
    article.source_id =
        attribute_of(tag.substr(std::min<std::size_t>(4, tag.size())), "id");
  }
  article.fragment = article.source_id;
  read_headline(story, article);
  read_byline(story, article);
  article.dateline = text_in(story, "dateline", line_of);
  article.section = section_of(text_in(story, "section", line_of));
  article.source = text_in(story, "source", line_of);
  // "WALL STREET JOURNAL (J)"
  article.source = one_line(article.source.substr(0, article.source.find('(')));
  article.topics = items_of(text_in(story, "topics", line_of));
  const auto verbatim = [](std::string_view text) {
    return decode_entities(text);
  };
  article.places = coded_names(text_in(story, "countries", verbatim));
  article.orgs = coded_names(text_in(story, "companies", verbatim));
  if (article.topics.empty())
    article.topics = coded_names(text_in(story, "industries", verbatim));
  article.language = language_code(text_in(story, "language", line_of));
  article.body = body_of(story);
  if (!pieces(story, "DATE1").empty()) take_broadcast_head(article);
  read_journal(text_in(story, "journal", line_of), article);
  offer_dates(story, article);
  take_dateline(article);
  // APW_ENG_19941111.0001
  if (!article.date) offer_path_date(article, article.source_id);
  return article;
}

bool is_trec(std::string_view head) {
  const std::size_t at = head.find("<DOC");
  if (at == head.npos ||
      head.substr(0, at).find_first_not_of(" \t\r\n") != head.npos) {
    return false;
  }
  return head.find("<DOCNO>") != head.npos || head.starts_with("<DOC id=") ||
         head.find("<DOCID>") != head.npos;
}

std::unique_ptr<Reader> open_trec(Input& input, const ReadOptions&,
                                  OnSkip on_skip) {
  return std::make_unique<TrecReader>(input, std::move(on_skip));
}

}  // namespace broadsheet

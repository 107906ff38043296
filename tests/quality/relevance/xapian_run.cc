// Xapian's default ranking over the same stories: xapian_run STORIES TOPICS
// prints a TREC run. TermGenerator with English stems, BM25 as it comes, any of
// the query's words.
#include <xapian.h>

#include <cctype>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

constexpr Xapian::doccount kMost = 1000;

std::string lower(std::string text) {
  for (char& c : text)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// The terms of a text: its stems ("Z") only.
Xapian::Document document_of(Xapian::TermGenerator& generator,
                             const std::string& text) {
  Xapian::Document document;
  generator.set_document(document);
  generator.index_text_without_positions(lower(text));
  return document;
}

/// One column up to the next tab of a line.
std::string cut_column(std::string& line) {
  const auto tab = line.find('\t');
  std::string column = line.substr(0, tab);
  line.erase(0, tab == std::string::npos ? tab : tab + 1);
  return column;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  std::string line;
  for (std::ifstream stories(argv[1]); std::getline(stories, line);) {
    const std::string id = cut_column(line);
    auto document = document_of(generator, line);
    document.set_data(id);
    database.add_document(document);
  }
  for (std::ifstream topics(argv[2]); std::getline(topics, line);) {
    const std::string topic = cut_column(line);
    const auto words = document_of(generator, line);
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(
        Xapian::Query::OP_OR, words.termlist_begin(), words.termlist_end()));
    const auto hits = enquire.get_mset(0, kMost);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
      std::cout << topic << " Q0 " << hit.get_document().get_data() << ' '
                << hit.get_rank() + 1 << ' ' << hit.get_weight() << " xapian\n";
  }
}

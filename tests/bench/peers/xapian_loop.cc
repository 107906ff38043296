// Xapian's own way: xapian_loop STORIES DATABASE
// TermGenerator with English stems and positions, headline and text, the text
// as data, add_document and commit as they come.
#include <xapian.h>

#include <fstream>
#include <string>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  Xapian::WritableDatabase database(argv[2], Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  std::ifstream stories(argv[1]);
  for (std::string line; std::getline(stories, line);) {
    const auto id_end = line.find('\t');
    const auto headline_end = line.find('\t', id_end + 1);
    if (headline_end == std::string::npos) return 1;
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(line.substr(id_end + 1, headline_end - id_end - 1), 1,
                         "S");
    generator.increase_termpos();
    generator.index_text(line.substr(headline_end + 1));
    document.add_boolean_term("Q" + line.substr(0, id_end));
    document.set_data(line);
    database.add_document(document);
  }
  database.commit();
}

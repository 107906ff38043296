// Gives every story of a generation another index version: what a program of
// another version would have written. restamp GENERATION VERSION
#include <xapian.h>

#include <string>

#include "common/index/fields.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  Xapian::WritableDatabase database(argv[1], Xapian::DB_OPEN);
  for (auto at = database.postlist_begin(""); at != database.postlist_end("");
       ++at) {
    Xapian::Document document = database.get_document(*at);
    document.remove_term("XV:" + std::string(broadsheet::kIndexVersion));
    document.add_boolean_term(std::string("XV:") + argv[2]);
    database.replace_document(*at, document);
  }
  database.commit();
}

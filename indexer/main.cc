// indexer: turns directories of articles into a searchable archive.
#include "common/cli/program.h"
#include "indexer/commands.h"

int main(int argc, char** argv) {
  return broadsheet::run_program(broadsheet::indexer_program(), argc, argv);
}

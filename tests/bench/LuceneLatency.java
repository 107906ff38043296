// Lucene's side of latency.py: LuceneLatency STORIES QUERIES ROUNDS
// Indexes the stories (id, headline, text, people, places) as one segment on
// disk, then prints as latency_bench does: microseconds of processor time, a
// line a round. A query is asked, its first ten hits' stored fields are read
// and their texts highlighted. (Offsets of the words in the index, which spare
// the highlighter its analysis, made no difference.)
import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

public class LuceneLatency {
  static final int HITS = 10;
  static final int ALL_MUST = 4;  // of more words any will do

  static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(
      new EnglishAnalyzer(), Map.of("person", new StandardAnalyzer(),
                                    "place", new StandardAnalyzer()));

  static void index(Directory directory, Path stories) throws Exception {
    try (var writer =
             new IndexWriter(directory, new IndexWriterConfig(ANALYZER));
         BufferedReader lines = Files.newBufferedReader(stories)) {
      for (String line; (line = lines.readLine()) != null;) {
        String[] columns = line.split("\t", -1);
        var document = new Document();
        document.add(new TextField("id", columns[0], Field.Store.YES));
        document.add(new TextField("headline", columns[1], Field.Store.YES));
        document.add(new TextField("text", columns[1] + " \n" + columns[2],
                                   Field.Store.YES));
        for (String name : columns[3].split("\u001f"))
          document.add(new TextField("person", name, Field.Store.YES));
        for (String name : columns[4].split("\u001f"))
          document.add(new TextField("place", name, Field.Store.YES));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  static int ask(IndexSearcher searcher, UnifiedHighlighter highlighter,
                 String typed) throws Exception {
    var parser = new QueryParser("text", ANALYZER);
    if (typed.split(" ").length <= ALL_MUST)
      parser.setDefaultOperator(QueryParser.Operator.AND);
    var query = parser.parse(typed);
    TopDocs found = searcher.search(query, HITS);
    int characters = 0;
    for (ScoreDoc hit : found.scoreDocs)
      characters += searcher.doc(hit.doc).get("headline").length();
    for (String snippet : highlighter.highlight("text", query, found, 2))
      characters += snippet == null ? 0 : snippet.length();
    return characters;
  }

  public static void main(String[] arguments) throws Exception {
    Path place = Files.createTempDirectory(Path.of("."), "lucene");
    Directory directory = FSDirectory.open(place);
    index(directory, Path.of(arguments[0]));
    var searcher = new IndexSearcher(DirectoryReader.open(directory));
    var highlighter = new UnifiedHighlighter(searcher, ANALYZER);
    highlighter.setHandleMultiTermQuery(false);
    var clock = ManagementFactory.getThreadMXBean();
    var queries = Files.readAllLines(Path.of(arguments[1]));
    for (int round = 0; round < Integer.parseInt(arguments[2]); ++round) {
      var line = new StringBuilder();
      for (String query : queries) {
        long begin = clock.getCurrentThreadCpuTime();
        ask(searcher, highlighter, query);
        line.append((clock.getCurrentThreadCpuTime() - begin) / 1e3)
            .append(' ');
      }
      System.out.println(line);
    }
  }
}

// Lucene's default ranking over the same stories: LuceneRun STORIES TOPICS RUN
// EnglishAnalyzer and BM25 as they come (k1 1.2, b 0.75), headline and text in
// one field, any of the query's words.
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

public class LuceneRun {
  static final int MOST = 1000;

  public static void main(String[] arguments) throws Exception {
    var analyzer = new EnglishAnalyzer();
    var directory = new ByteBuffersDirectory();
    try (var writer =
             new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (String line : Files.readAllLines(Path.of(arguments[0]))) {
        String[] columns = line.split("\t", 3);
        var document = new Document();
        document.add(new StoredField("id", columns[0]));
        document.add(new TextField("text", columns[1] + " \n" + columns[2],
                                   Field.Store.NO));
        writer.addDocument(document);
      }
    }
    var parser = new QueryParser("text", analyzer);
    var searcher = new IndexSearcher(DirectoryReader.open(directory));
    try (var run = new PrintWriter(arguments[2])) {
      for (String line : Files.readAllLines(Path.of(arguments[1]))) {
        String[] columns = line.split("\t", 2);
        var query =
            parser.parse(QueryParser.escape(columns[1].toLowerCase()));
        int rank = 0;
        for (ScoreDoc hit : searcher.search(query, MOST).scoreDocs)
          run.printf("%s Q0 %s %d %f lucene%n", columns[0],
                     searcher.doc(hit.doc).get("id"), ++rank, hit.score);
      }
    }
  }
}

// Lucene's own way: LuceneLoop STORIES INDEX
// EnglishAnalyzer, headline and text in fields with positions and stored, one
// segment at the end, committed.
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

public class LuceneLoop {
  public static void main(String[] arguments) throws Exception {
    var directory = FSDirectory.open(Path.of(arguments[1]));
    var config = new IndexWriterConfig(new EnglishAnalyzer());
    try (var writer = new IndexWriter(directory, config);
         BufferedReader lines =
             Files.newBufferedReader(Path.of(arguments[0]))) {
      for (String line; (line = lines.readLine()) != null;) {
        String[] columns = line.split("\t", 3);
        var document = new Document();
        document.add(new StringField("id", columns[0], Field.Store.YES));
        document.add(new TextField("headline", columns[1], Field.Store.YES));
        document.add(new TextField("text", columns[2], Field.Store.YES));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }
}

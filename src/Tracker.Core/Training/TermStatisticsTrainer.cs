using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>
/// Learns the term statistics from unlabelled reports: the word list, how many sentences hold each word and each pair of characters,
/// and two vectors a word: one to compare words, one to compare clauses. Give it no report that accuracy is to be measured on.
/// </summary>
public sealed class TermStatisticsTrainer
{
    public const int Dimensions = 100;

    /// <summary>What is seen less often than this is not counted, in few reports and, as one use in so many characters, in many: else the file would grow with every report.</summary>
    private static readonly (int Few, int Characters) UsesOfAVector = (5, 1_900_000), SentencesOfABigram = (4, 2_400_000);

    /// <summary>Steps of learning how clauses belong together: one for so many clauses; more of them add little.</summary>
    private const int ClausesOfAStep = 50;

    private readonly List<string> texts = [];

    public void Add(string text) => texts.Add(text);

    /// <param name="origin">One line that says which reports were read and which were left out.</param>
    public TermStatistics Train(string origin)
    {
        var miner = new WordMiner();
        foreach (var text in texts) miner.Add(text);
        var characters = texts.Sum(text => (long)text.Length);
        var (fewestUses, fewestSentences) = (Fewest(UsesOfAVector, characters), Fewest(SentencesOfABigram, characters));
        var list = miner.Mine();
        var words = new WordList(list);
        var vectorCount = list.TakeWhile(entry => entry.Count >= fewestUses).Count();

        var wordSentences = new int[list.Count];
        var bigrams = new Dictionary<uint, int>();
        var sentences = new List<int[]>();
        var tokens = new List<Token>();
        var seen = new HashSet<uint>();
        foreach (var text in texts)
            foreach (var sentence in SentencesOf(text))
            {
                words.Tokenise(sentence, tokens);
                foreach (var word in tokens.Select(token => token.Word).Where(word => word >= 0).Distinct()) wordSentences[word]++;
                seen.Clear();
                foreach (var bigram in Bigrams.Of(sentence)) seen.Add(bigram.Key);
                foreach (var key in seen) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(bigrams, key, out _)++;
                sentences.Add([.. tokens.Select(token => token.Word < vectorCount ? token.Word : -1)]);
            }

        var vectors = WordVectors.Learn(CooccurrenceMatrix.Count(sentences, vectorCount), Dimensions);
        var clauses = new ClauseCorpus(words, vectorCount);
        foreach (var text in texts) clauses.Add(text);
        var weights = list.Take(vectorCount).Select((entry, word) => MatchVocabulary.Shared.EmptyWords.Contains(entry.Word)
            ? 0
            : (float)PairLexicon.WeightAnywhere(entry.Word, Math.Log((sentences.Count + 1) / (wordSentences[word] + 1.0)), MatchVocabulary.Shared)).ToArray();
        var clauseVectors = ClauseVectors.Learn(clauses.Reports, vectors, Dimensions, weights, clauses.Reports.Sum(report => report.Count) / ClausesOfAStep);
        foreach (var rare in bigrams.Where(entry => entry.Value < fewestSentences).Select(entry => entry.Key).ToList()) bigrams.Remove(rare);
        return new TermStatistics(origin, sentences.Count, words, wordSentences, bigrams, Dimensions, TermStatistics.Quantise(vectors, Dimensions),
            QuantisedVectors.Of(clauseVectors, Dimensions));
    }

    private static int Fewest((int Few, int Characters) bound, long characters) => (int)Math.Max(bound.Few, characters / bound.Characters);

    /// <summary>Sentences for counting: a line end closes one only after punctuation, since scanned reports break lines inside words.</summary>
    private static IEnumerable<string> SentencesOf(string text)
    {
        var sentence = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or ' ' or '\t' or '\u3000') 
            {
                if (c == '\n' && sentence.Length > 0 && sentence[^1] is '：' or ':') Flush();
                continue;
            }

            sentence.Append(Characters.Fold(c));
            if (c is '。' or '；' or ';' or '！' or '!' or '？' or '?')
            {
                yield return sentence.ToString();
                sentence.Clear();
            }
        }

        yield return sentence.ToString();
        void Flush() => sentence.Append('，');
    }
}

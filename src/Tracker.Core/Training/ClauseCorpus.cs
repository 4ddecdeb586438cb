using System.Text;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Training;

/// <summary>The clauses of unlabelled reports as word numbers, in order, with the paragraph and sentence that each stands in.</summary>
public sealed class ClauseCorpus(WordList words, int vectors)
{
    /// <summary>A clause with fewer words that have a vector tells nothing.</summary>
    private const int FewestWords = 2;

    private const int MostWords = 20;

    /// <summary>A report with fewer clauses gives too few strangers to tell its clauses from.</summary>
    private const int FewestClauses = 150;

    private readonly List<IReadOnlyList<CorpusClause>> reports = [];

    public IReadOnlyList<IReadOnlyList<CorpusClause>> Reports => reports;

    public void Add(string text)
    {
        var clauses = new List<CorpusClause>();
        var (paragraph, sentence) = (0, 0);
        var clause = new StringBuilder();
        var last = '\0';
        foreach (var c in text.Select(Characters.Fold))
        {
            if (char.IsWhiteSpace(c))
            {
                if (c == '\n' && (EndsSentence(last) || last is '：' or ':')) paragraph++;
                continue;
            }

            last = c;
            if (!EndsSentence(c) && c is not ('，' or ',' or '：' or ':'))
            {
                clause.Append(c);
                continue;
            }

            Close(clause, paragraph, sentence, clauses);
            if (EndsSentence(c)) sentence++;
        }

        Close(clause, paragraph, sentence, clauses);
        if (clauses.Count >= FewestClauses) reports.Add(clauses);
    }

    private void Close(StringBuilder clause, int paragraph, int sentence, List<CorpusClause> clauses)
    {
        var tokens = new List<Token>();
        words.Tokenise(clause.ToString(), tokens);
        clause.Clear();
        int[] known = [.. tokens.Select(token => token.Word).Where(word => word >= 0 && word < vectors).Distinct().Take(MostWords)];
        if (known.Length >= FewestWords) clauses.Add(new CorpusClause(known, paragraph, sentence));
    }

    private static bool EndsSentence(char c) => c is '。' or '；' or ';' or '！' or '!' or '？' or '?';
}

/// <param name="Words">Distinct word numbers in the order in which they stand.</param>
public sealed record CorpusClause(int[] Words, int Paragraph, int Sentence);

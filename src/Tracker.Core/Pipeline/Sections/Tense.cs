using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>时态: whether a stretch of text reports or announces. Chinese verbs carry no tense, so cue words are counted.</summary>
internal static class Tense
{
    private const double CharactersPerCue = 400;
    private const double HeadingWeight = 3;

    /// <returns>Above 0 for what is to be done, below 0 for what was done.</returns>
    public static double Of(string title, IEnumerable<NormalisedLine> body)
    {
        var balance = 0;
        var length = 0;
        foreach (var line in body)
        {
            balance += SectionVocabulary.ToDoCue.Count(line.Text) - SectionVocabulary.DoneCue.Count(line.Text);
            length += line.Text.Length;
        }

        var score = balance / Math.Max(1, length / CharactersPerCue);
        if (SectionVocabulary.DoneHeading.IsMatch(title)) score -= HeadingWeight;
        if (SectionVocabulary.ToDoHeading.IsMatch(title)) score += 2 * HeadingWeight;
        return score;
    }
}

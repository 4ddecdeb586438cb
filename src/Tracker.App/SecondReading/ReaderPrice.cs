using System.Text;
using Tracker.Core.SecondReading;

namespace Tracker.App.SecondReading;

/// <summary>What questions cost. Money is counted in millionths, rounded up.</summary>
/// <param name="Input">For a million tokens of questions.</param>
/// <param name="Output">For a million tokens of answers.</param>
public sealed record ReaderPrice(decimal Input, decimal Output)
{
    public const decimal Micros = 1_000_000;

    /// <summary>Marks that a server puts around each message.</summary>
    private const int Wrapping = 64;

    public long Of(long promptTokens, long answerTokens) => (long)Math.Ceiling((promptTokens * Input) + (answerTokens * Output));

    /// <summary>The most that a question can use: no tokeniser makes more tokens than there are bytes.</summary>
    internal Usage Most(ReadingPrompt prompt, int answerTokens)
    {
        var most = Encoding.UTF8.GetByteCount(prompt.Instructions) + Encoding.UTF8.GetByteCount(prompt.Question) + Encoding.UTF8.GetByteCount(prompt.Schema) + Wrapping;
        return new Usage(most, answerTokens);
    }
}

/// <summary>Tokens of a question and of its answer.</summary>
public sealed record Usage(int Prompt, int Answer)
{
    public static readonly Usage Nothing = new(0, 0);

    public long Total => (long)Prompt + Answer;
}

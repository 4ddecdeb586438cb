using System.Text.Json;
using Tracker.Core.Domain;

namespace Tracker.Core.SecondReading;

/// <summary>Reads what a second reader wrote. An answer is taken as a whole or not at all: nobody knows what half an answer means.</summary>
public static class AnswerReader
{
    private const int LongestAnswer = 20_000;
    private const int LongestReason = 300;
    private const int MostSuggestions = 8;
    private const string ThoughtsEnd = "</think>";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <returns>An answer, or why there is none.</returns>
    public static (ReaderAnswer? Answer, AnswerRefusal? Refusal) Read(string content, ReadingTask task)
    {
        if (ObjectIn(content) is not { } json) return (null, AnswerRefusal.NoJson);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement, task);
        }
        catch (JsonException)
        {
            return (null, AnswerRefusal.BrokenJson);
        }
        catch (InvalidOperationException)
        {
            // A string that is no valid text, such as half a surrogate pair.
            return (null, AnswerRefusal.BrokenJson);
        }
    }

    /// <summary>From the first brace to the last: some models put words or a code fence around, or their thoughts before.</summary>
    private static string? ObjectIn(string content)
    {
        if (content.Length > LongestAnswer) return null;
        var thought = content.LastIndexOf(ThoughtsEnd, StringComparison.Ordinal);
        var from = content.IndexOf('{', thought < 0 ? 0 : thought);
        var to = content.LastIndexOf('}');
        return from < 0 ? null : content[from..(to < from ? content.Length : to + 1)];
    }

    private static (ReaderAnswer?, AnswerRefusal?) Read(JsonElement root, ReadingTask task)
    {
        if (Text(root, "status") is not { } named || !TryList(root, "evidence", out var named2)) return (null, AnswerRefusal.WrongShape);
        if (Status(named) is not { } status) return (null, AnswerRefusal.UnknownStatus);
        var evidence = new List<NumberedEvidence>();
        foreach (var item in named2)
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("candidate", out var number)) return (null, AnswerRefusal.WrongShape);
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var candidate) || candidate < 1 || candidate > task.Passages.Count)
                return (null, AnswerRefusal.UnknownCandidate);
            if (Relation(Text(item, "relation")) is not { } relation) return (null, AnswerRefusal.UnknownRelation);
            if (!evidence.Exists(known => known.Candidate == candidate)) evidence.Add(new NumberedEvidence(candidate, relation));
        }

        if (status == CommitmentStatus.None && evidence.Count > 0) return (null, AnswerRefusal.EvidenceForNone);
        if (status != CommitmentStatus.None && evidence.Count == 0) return (null, AnswerRefusal.NoEvidence);
        var reason = DataFence.Neutral(Text(root, "reason") ?? "");
        if (reason.Length == 0) return (null, AnswerRefusal.NoReason);
        var (suggestions, strayed) = Suggestions(root, task);
        return (new ReaderAnswer(status, evidence, reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason, suggestions, strayed), null);
    }

    /// <summary>A suggestion that quotes what does not stand in the plan is dropped; the answer proper does not depend on it.</summary>
    private static (IReadOnlyList<ReaderSuggestion>, int Strayed) Suggestions(JsonElement root, ReadingTask task)
    {
        var (kept, strayed) = (new List<ReaderSuggestion>(), 0);
        if (!TryList(root, "suggestions", out var items)) return (kept, 0);
        var (plan, known) = (Bare(task.Context), task.Known.Append(task.Commitment).Select(Bare).ToHashSet(StringComparer.Ordinal));
        foreach (var item in items.Take(MostSuggestions))
        {
            var words = item.ValueKind == JsonValueKind.Object ? Text(item, "words") : null;
            SuggestionKind? kind = words is null ? null : Text(item, "kind") switch
            {
                "missed" => SuggestionKind.Missed, "split" => SuggestionKind.Split, "target" => SuggestionKind.Target, _ => null,
            };
            var bare = words is null ? "" : Bare(words);
            var fits = kind is not null && bare.Length > 1 && plan.Contains(bare, StringComparison.Ordinal)
                && (kind == SuggestionKind.Missed ? !known.Contains(bare) : Bare(task.Commitment) != bare)
                && (kind != SuggestionKind.Split || Bare(task.Commitment).Contains(bare, StringComparison.Ordinal));
            if (!fits) strayed++;
            else if (!kept.Exists(other => other.Kind == kind && Bare(other.Words) == bare)) kept.Add(new ReaderSuggestion(kind!.Value, DataFence.Neutral(words!)));
        }

        return (kept, strayed);
    }

    private static bool TryList(JsonElement root, string name, out IReadOnlyList<JsonElement> items)
    {
        items = [];
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array) return false;
        items = [.. list.EnumerateArray()];
        return true;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static CommitmentStatus? Status(string name) => name switch
    {
        "fulfilled" => CommitmentStatus.Fulfilled,
        "partial" => CommitmentStatus.Partial,
        "none" => CommitmentStatus.None,
        "contradicted" => CommitmentStatus.Contradicted,
        _ => null,
    };

    private static EvidenceRelation? Relation(string? name) => name switch
    {
        "direct" => EvidenceRelation.Direct,
        "related" => EvidenceRelation.Related,
        _ => null,
    };

    /// <summary>Without blanks, spelled as the reader was shown it: what it quotes is compared so.</summary>
    public static string Bare(string text) => string.Concat(DataFence.Neutral(text).Where(c => !char.IsWhiteSpace(c)));
}

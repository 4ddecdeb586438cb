using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>A digest in words, before it is written as HTML or as text. All of its words are one line each.</summary>
/// <param name="Summary">What happened, in one sentence.</param>
public sealed record Letter(
    DigestLanguage Language, string Subject, string Title, string Dates, string Summary, IReadOnlyList<LetterSection> Sections, IReadOnlyList<string> Subscriptions, string Home);

/// <param name="Note">Empty where none is needed.</param>
/// <param name="More">What was left out; empty where nothing was.</param>
public sealed record LetterSection(string Title, string Note, IReadOnlyList<LetterEntry> Entries, string More, string MoreAddress);

/// <param name="Kicker">Body and year.</param>
/// <param name="Headline">The commitment's words, or what happened to many.</param>
/// <param name="Evidence">Quoted; empty where there is none.</param>
/// <param name="Chart">Counts by status in the order of the bar; empty where none is shown.</param>
public sealed record LetterEntry(
    string Kicker, string Headline, bool IsQuote, LetterStatus? From, LetterStatus? To, string Why, string Evidence, string Reason, string Address,
    IReadOnlyList<(CommitmentStatus Status, string Word, int Count)> Chart);

/// <param name="Status">Null where the report is awaited.</param>
public sealed record LetterStatus(CommitmentStatus? Status, string Word);

/// <summary>One piece of news by itself.</summary>
/// <param name="Id">The same whenever it is written again.</param>
public sealed record FeedEntry(string Id, DateTimeOffset At, LetterEntry Entry);

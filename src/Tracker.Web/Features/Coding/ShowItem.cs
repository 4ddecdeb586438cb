using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Coding;

/// <summary>盲评: one commitment of a sample as one of its two auditors judges it. What the method and the other say of it is not read.</summary>
public static class ShowItem
{
    public sealed record Query(string SampleId, int Position) : IRequest<Result?>;

    /// <summary>Null where there is no such commitment, whoever asks is none of the two, or the answering is over.</summary>
    /// <param name="Mine">The answer that whoever asks gave before; null for none.</param>
    /// <param name="IsFixed">Whether the other has answered it too, so that it is no longer changed.</param>
    /// <param name="Answered">How many whoever asks has answered.</param>
    /// <param name="Next">The next one that they have still to answer, from here on and then from the start; null where there is none but this.</param>
    public sealed record Result(
        string SampleId, int Position, int Count, bool AsksSpecificity, CodedText Text, IReadOnlyList<TextSpan> Candidates, CodingAnswer? Mine, bool IsFixed,
        int Answered, int? Next)
    {
        /// <summary>A passage that was chosen beside those offered; null for none.</summary>
        public string? OwnPassage => Mine?.Evidence.Where(span => !Candidates.Contains(span)).Select(span => span.Of(Text.Review.Content.Text)).FirstOrDefault();
    }

    public sealed class Handler(TrackerDbContext db, Actor actor) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var sample = await db.Samples.AsNoTracking().Include(s => s.Items).FirstOrDefaultAsync(s => s.Id == query.SampleId, cancellationToken);
            var item = sample?.Items.Find(i => i.Position == query.Position);
            if (sample is null || item is null || sample.RevealedAt is not null || !sample.IsCoder(actor.Name)) return null;
            if (await CodedText.LoadAsync(db, item, cancellationToken) is not { } text) return null;

            var answers = db.Set<CodingAnswer>().AsNoTracking().Where(a => a.SampleId == sample.Id);
            sample.Answers.AddRange(await answers.Where(a => a.Coder == actor.Name).ToListAsync(cancellationToken));
            var hasOther = await answers.AnyAsync(a => a.Coder != actor.Name && a.Position == item.Position, cancellationToken);
            var open = sample.Items.Select(i => i.Position).Where(position => sample.AnswerOf(actor.Name, position) is null).Order().ToList();
            var others = open.Where(position => position != item.Position).ToList();
            var mine = sample.AnswerOf(actor.Name, item.Position);
            return new Result(
                sample.Id, item.Position, sample.Items.Count, sample.AsksSpecificity, text, item.Candidates, mine, mine is not null && hasOther,
                sample.Items.Count - open.Count, others.Count == 0 ? null : others.Find(position => position > item.Position) is > 0 and var later ? later : others[0]);
        }
    }
}

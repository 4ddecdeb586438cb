using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Training;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Coding;

/// <summary>抽样: draws commitments at random for two auditors to judge blind, and keeps what the method says of them now.</summary>
public static class DrawSample
{
    public const int Largest = 200;

    private static readonly IReadOnlyList<CommitmentStatus> Strata = Enum.GetValues<CommitmentStatus>();

    /// <param name="Seed">Null to have one made; either way it is kept with the sample.</param>
    /// <param name="FirstCoder">Name of an account that may audit.</param>
    public sealed record Command(
        int Size, string FirstCoder, string SecondCoder, int? Seed = null, string? BodyId = null, int? Year = null, Specificity? Specificity = null,
        bool AsksSpecificity = false) : IRequest<Result>, ITransactional;

    public sealed record Result(string SampleId, int Size, int Seed);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Size).InclusiveBetween(1, Largest).WithMessage($"样本大小在 1 到 {Largest} 之间。");
            RuleFor(c => c.Specificity).IsInEnum();
            RuleFor(c => c.SecondCoder).NotEqual(c => c.FirstCoder).WithMessage("请指定两位不同的评定人。");
        }
    }

    public sealed class Handler(TrackerDbContext db, AuditLog log, Actor actor, TimeProvider time) : IRequestHandler<Command, Result>
    {
        private readonly Dictionary<string, PairTexts> _texts = new(StringComparer.Ordinal);

        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            await CheckCodersAsync(command, cancellationToken);
            var population = await PopulationAsync(command, cancellationToken);
            if (population.Count == 0) throw PassageChoice.Wrong("size", "没有可供抽样的承诺事项：已有人工认定的、还在别的样本里的都不再抽取。");

            var now = time.GetUtcNow();
            var seed = command.Seed ?? (int)(now.UtcTicks % int.MaxValue);
            var drawn = SampleDraw.Draw(population, item => item.Status, Strata, command.Size, seed);
            var sample = new CodingSample
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                At = now,
                CreatedBy = actor.Name,
                Seed = seed,
                BodyId = command.BodyId,
                Year = command.Year,
                Specificity = command.Specificity,
                Population = population.Count,
                Strata = [.. Strata.Select(status => new SampleStratum(status, population.Count(item => item.Status == status), drawn.Count(item => item.Status == status)))],
                AsksSpecificity = command.AsksSpecificity,
                FirstCoder = command.FirstCoder,
                SecondCoder = command.SecondCoder,
            };
            db.Samples.Add(sample);
            for (var i = 0; i < drawn.Count; i++) sample.Items.Add(await ItemAsync(sample.Id, i, drawn[i].Id, cancellationToken));
            await log.AppendAsync(
                AuditKinds.Coding, sample.Id,
                new { action = "draw", seed, size = drawn.Count, population = population.Count, command.BodyId, command.Year, command.Specificity, coders = new[] { command.FirstCoder, command.SecondCoder } },
                cancellationToken);
            return new Result(sample.Id, drawn.Count, seed);
        }

        private async Task CheckCodersAsync(Command command, CancellationToken cancellation)
        {
            string[] names = [command.FirstCoder, command.SecondCoder];
            var able = await db.Users.CountAsync(user => names.Contains(user.UserName!) && user.Role != UserRole.Viewer && user.LockedAt == null, cancellation);
            if (able != names.Length) throw PassageChoice.Wrong("coders", "评定人须是两位未停用的审核员或管理员。");
        }

        /// <summary>What has been decided on has been seen with the method's answer beside it, and is not judged blind any more.</summary>
        private async Task<List<Drawable>> PopulationAsync(Command command, CancellationToken cancellation)
        {
            var rows = db.Commitments.Where(c => c.Pair.State == PairState.Scored && c.Standing == CommitmentStanding.Counted && c.MachineStatus != null && !c.IsDecided)
                .Where(c => !db.Samples.Any(s => s.ClosedAt == null && s.Items.Any(i => i.CommitmentId == c.Id)));
            if (!string.IsNullOrEmpty(command.BodyId)) rows = rows.Where(c => c.Pair.BodyId == command.BodyId);
            if (command.Year is { } year) rows = rows.Where(c => c.Pair.Year == year);
            if (command.Specificity is { } specificity) rows = rows.Where(c => c.Specificity == specificity);
            return await rows.OrderBy(c => c.Id).Select(c => new Drawable(c.Id, c.MachineStatus!.Value)).ToListAsync(cancellation);
        }

        private async Task<CodingItem> ItemAsync(string sampleId, int position, string commitmentId, CancellationToken cancellation)
        {
            var row = await db.Commitments.Include(c => c.Pair).SingleAsync(c => c.Id == commitmentId, cancellation);
            if (!_texts.TryGetValue(row.PairId, out var texts)) _texts[row.PairId] = texts = await PairTexts.LoadAsync(db, row.Pair, cancellation);
            return new CodingItem
            {
                SampleId = sampleId,
                Position = position,
                CommitmentId = row.Id,
                PairId = row.PairId,
                PlanReportId = row.Pair.PlanReportId!,
                ReviewReportId = row.Pair.ReviewReportId!,
                Subject = texts.Plan!.Anchor(row.Span),
                SpanStart = row.SpanStart,
                SpanEnd = row.SpanEnd,
                Candidates = Offered(row.Candidates),
                MachineStatus = row.MachineStatus!.Value,
                MachineSpecificity = row.Specificity,
                MachineEvidence = [.. row.MachineEvidence.Select(item => item.Span)],
                MethodVersion = row.MethodVersion,
            };
        }

        /// <summary>Each passage once, in the order of the text.</summary>
        private static List<TextSpan> Offered(IReadOnlyList<Candidate> ranked)
        {
            var offered = new List<TextSpan>();
            foreach (var candidate in ranked)
                if (!offered.Exists(span => SpanAgreement.Touch(span, candidate.Span))) offered.Add(candidate.Span);
            offered.Sort();
            return offered;
        }
    }

    private sealed record Drawable(string Id, CommitmentStatus Status);
}

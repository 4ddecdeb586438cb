using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Classifying;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Pairs;

/// <summary>A plan beside the review that answers it, with all commitments or those that were asked for.</summary>
public static class ShowPair
{
    /// <param name="Sphere">A code of <see cref="Core.Domain.Sphere"/>.</param>
    /// <param name="Section">The number of a <see cref="PairSection"/>.</param>
    /// <param name="Commitment">The commitment that is looked at; null for none.</param>
    public sealed record Query(
        string Id, string? Status = null, string? Specificity = null, string? Sphere = null, int? Section = null, string? Commitment = null) : IRequest<Result?>;

    /// <param name="All">Those that count in the figures.</param>
    /// <param name="LeftOut">Those that people took out of the figures.</param>
    /// <param name="Shown">The commitments that pass the filter, in the plan's order.</param>
    /// <param name="Unpromised">计划外工作: claims of the year that no commitment was answered with.</param>
    /// <param name="Selected">With its candidates, unlike the others.</param>
    /// <param name="Spheres">How many commitments each 领域 has; one may be in several.</param>
    /// <param name="Sections">What can be gone through one by one.</param>
    public sealed record Result(
        StoredPair Pair, IReadOnlyList<StoredCommitment> All, IReadOnlyList<StoredCommitment> LeftOut, IReadOnlyList<StoredCommitment> Shown, IReadOnlyList<StoredClaim> Unpromised,
        StoredCommitment? Selected, IReadOnlyDictionary<Sphere, int> Spheres, IReadOnlyList<PairSection> Sections);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Status).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<CommitmentStatus>(code) is not null)
                .WithMessage(Codes.OneOf<CommitmentStatus>());
            RuleFor(query => query.Specificity).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<Specificity>(code) is not null)
                .WithMessage(Codes.OneOf<Specificity>());
            RuleFor(query => query.Sphere).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<Sphere>(code) is not null)
                .WithMessage(Codes.OneOf<Sphere>());
        }
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var pair = await db.Pairs.AsNoTracking().Include(p => p.Body).Include(p => p.PlanReport!.Content).Include(p => p.ReviewReport!.Content)
                .SingleOrDefaultAsync(p => p.Id == query.Id, cancellationToken);
            if (pair is null)
            {
                return null;
            }

            var stored = await WithoutCandidates(db.Commitments.AsNoTracking().Where(c => c.PairId == pair.Id).OrderBy(c => c.Position)).ToListAsync(cancellationToken);
            var all = stored.Where(c => c.Standing == CommitmentStanding.Counted).ToList();
            var spheres = all.ToDictionary(c => c.Id, c => SphereJudge.Of(c.Quote, c.SectionPath), StringComparer.Ordinal);
            var sections = PairSection.Of(pair.PlanReport, all);
            var claims = await db.Claims.AsNoTracking().Where(c => c.PairId == pair.Id && c.Zone == ClaimZone.Year && !c.IsLead)
                .OrderBy(c => c.Position).ToListAsync(cancellationToken);
            var unpromised = pair.State == PairState.Awaiting ? [] : claims.Where(c => c.Supports.Count == 0);
            var (status, specificity, sphere) = (Codes.Parse<CommitmentStatus>(query.Status), Codes.Parse<Specificity>(query.Specificity), Codes.Parse<Sphere>(query.Sphere));
            var section = sections.FirstOrDefault(candidate => candidate.Number == query.Section);
            var shown = all.Where(c => (status is null || c.Status == status) && (specificity is null || c.Specificity == specificity)
                && (sphere is not { } field || spheres[c.Id].Contains(field)) && (section is null || section.Span.Contains(c.SpanStart)));
            return new Result(
                pair, all, [.. stored.Except(all)], [.. shown], [.. unpromised.Where(c => sphere is not { } field || SphereJudge.Of(c.Quote, c.SectionPath).Contains(field))],
                await SelectedAsync(pair.Id, query.Commitment, cancellationToken), spheres.Values.SelectMany(fields => fields).CountBy(field => field).ToDictionary(), sections);
        }

        private async Task<StoredCommitment?> SelectedAsync(string pairId, string? id, CancellationToken cancellation) =>
            string.IsNullOrEmpty(id) ? null : await db.Commitments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.PairId == pairId, cancellation);

        /// <summary>Candidates with their features are most of a commitment, and a pair's pages show none of them.</summary>
        internal static IQueryable<StoredCommitment> WithoutCandidates(IQueryable<StoredCommitment> rows) => rows.Select(c => new StoredCommitment
        {
            Id = c.Id, PairId = c.PairId, Position = c.Position, SpanStart = c.SpanStart, SpanEnd = c.SpanEnd, Quote = c.Quote, Topic = c.Topic,
            SectionPath = c.SectionPath, Specificity = c.Specificity, Targets = c.Targets, Status = c.Status, MachineStatus = c.MachineStatus,
            MethodVersion = c.MethodVersion, Evidenced = c.Evidenced, Score = c.Score, Confidence = c.Confidence, Evidence = c.Evidence, Standing = c.Standing,
            IsDecided = c.IsDecided,
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

internal sealed class PairMapping
    : IEntityTypeConfiguration<StoredPair>, IEntityTypeConfiguration<StoredCommitment>, IEntityTypeConfiguration<StoredClaim>
{
    public void Configure(EntityTypeBuilder<StoredPair> pair)
    {
        pair.HasIndex(p => new { p.BodyId, p.Year }).IsUnique();
        pair.HasOne(p => p.Body).WithMany().HasForeignKey(p => p.BodyId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne(p => p.PlanReport).WithMany().HasForeignKey(p => p.PlanReportId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne(p => p.ReviewReport).WithMany().HasForeignKey(p => p.ReviewReportId).OnDelete(DeleteBehavior.Restrict);
        pair.Property(p => p.Summary).AsJson();
        pair.Property(p => p.Issues).AsJson();
    }

    public void Configure(EntityTypeBuilder<StoredCommitment> commitment)
    {
        commitment.HasOne(c => c.Pair).WithMany(p => p.Commitments).HasForeignKey(c => c.PairId).OnDelete(DeleteBehavior.Cascade);
        commitment.HasIndex(c => new { c.PairId, c.Position });

        // A row carries its whole ranking: what lists count, order and leave out has to be read from an index alone.
        commitment.HasIndex(c => new { c.PairId, c.Standing, c.Status, c.Specificity, c.Position, c.Id });
        commitment.HasIndex(c => new { c.Id, c.Standing, c.Status });
        commitment.HasIndex(c => new { c.AuditPriority, c.Id, c.Standing, c.IsDecided, c.StaleDecisions, c.FlippedAt, c.Status, c.MachineStatus, c.ReaderStatus, c.ReaderSuggestions, c.Specificity, c.Confidence, c.JointConfidence, c.PairId })
            .IsDescending(true, false, false, false, false, false, false, false, false, false, false, false, false, false).HasDatabaseName("IX_Commitments_Queue");
        commitment.Ignore(c => c.Span).Ignore(c => c.Context).Ignore(c => c.Sureness).Ignore(c => c.IsDisputed);
        commitment.Property(c => c.SectionPath).AsJson();
        commitment.Property(c => c.Targets).AsJson();
        commitment.Property(c => c.Aspects).AsJson();
        commitment.Property(c => c.Evidence).AsJson();
        commitment.Property(c => c.MachineEvidence).AsJson();
        commitment.Property(c => c.ReaderEvidence).AsJson();
        commitment.Property(c => c.Candidates).AsJson();
        commitment.Property(c => c.Comparisons).AsJson();
        commitment.Property(c => c.Reasons).AsJson();
    }

    public void Configure(EntityTypeBuilder<StoredClaim> claim)
    {
        claim.HasOne(c => c.Pair).WithMany(p => p.Claims).HasForeignKey(c => c.PairId).OnDelete(DeleteBehavior.Cascade);
        claim.HasIndex(c => new { c.PairId, c.Position });
        claim.Ignore(c => c.Span).Ignore(c => c.Context);
        claim.Property(c => c.SectionPath).AsJson();
        claim.Property(c => c.Quantities).AsJson();
        claim.Property(c => c.Supports).AsJson();
    }
}

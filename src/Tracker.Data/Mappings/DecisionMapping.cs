using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

internal sealed class DecisionMapping
    : IEntityTypeConfiguration<StoredDecision>, IEntityTypeConfiguration<DecisionPlacement>
{
    /// <summary>No foreign keys to pairs and commitments: a decision outlives what it speaks of.</summary>
    public void Configure(EntityTypeBuilder<StoredDecision> decision)
    {
        decision.ToTable("Decisions").IsAppendOnly();
        decision.HasIndex(d => new { d.PairId, d.At });
        decision.HasIndex(d => new { d.Actor, d.At });
        decision.Property(d => d.Subject).AsJson();
        decision.Property(d => d.Passage).AsJson();
        decision.Property(d => d.MachinePassage).AsJson();
        decision.Property(d => d.Parts).AsJson();
    }

    public void Configure(EntityTypeBuilder<DecisionPlacement> placement)
    {
        placement.ToTable("DecisionPlacements");
        placement.HasKey(p => p.DecisionId);
        placement.HasOne<StoredDecision>().WithOne(d => d.Placement).HasForeignKey<DecisionPlacement>(p => p.DecisionId).OnDelete(DeleteBehavior.Restrict);
        placement.HasIndex(p => p.CommitmentId);
        placement.HasIndex(p => p.Fate);
        placement.Ignore(p => p.Subject).Ignore(p => p.Passage);
        placement.Property(p => p.Parts).AsJson();
        placement.Property(p => p.Possible).AsJson();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

/// <summary>Without foreign keys to pairs, commitments and reports, as decisions are: a sample outlives what it was drawn from.</summary>
internal sealed class CodingMapping
    : IEntityTypeConfiguration<CodingSample>, IEntityTypeConfiguration<CodingItem>, IEntityTypeConfiguration<CodingAnswer>
{
    public void Configure(EntityTypeBuilder<CodingSample> sample)
    {
        sample.ToTable("CodingSamples");
        sample.Property(s => s.Strata).AsJson();
    }

    public void Configure(EntityTypeBuilder<CodingItem> item)
    {
        item.ToTable("CodingItems").IsAppendOnly();
        item.HasKey(i => new { i.SampleId, i.Position });
        item.HasOne<CodingSample>().WithMany(s => s.Items).HasForeignKey(i => i.SampleId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => i.CommitmentId);
        item.Property(i => i.Subject).AsJson();
        item.Property(i => i.Candidates).AsJson();
        item.Property(i => i.MachineEvidence).AsJson();
    }

    public void Configure(EntityTypeBuilder<CodingAnswer> answer)
    {
        answer.ToTable("CodingAnswers").IsAppendOnly();
        answer.HasOne<CodingSample>().WithMany(s => s.Answers).HasForeignKey(a => a.SampleId).OnDelete(DeleteBehavior.Restrict);
        answer.HasIndex(a => new { a.SampleId, a.Position, a.Coder, a.Revision }).IsUnique();
        answer.Property(a => a.Evidence).AsJson();
    }
}

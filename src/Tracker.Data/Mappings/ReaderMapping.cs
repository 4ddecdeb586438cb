using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Mappings;

/// <summary>No foreign keys to commitments: an answer outlives what it was asked for.</summary>
internal sealed class ReaderMapping
    : IEntityTypeConfiguration<ReaderReading>, IEntityTypeConfiguration<ReadingItem>, IEntityTypeConfiguration<ReaderSpending>, IEntityTypeConfiguration<ReaderCase>,
      IEntityTypeConfiguration<PassageVector>
{
    public void Configure(EntityTypeBuilder<ReaderReading> reading)
    {
        reading.ToTable("ReaderReadings");
        reading.HasIndex(r => r.RunId);
        reading.HasIndex(r => r.PromptHash);
        reading.Ignore(r => r.Answer);
        reading.Property(r => r.Evidence).AsJson();
        reading.Property(r => r.Suggestions).AsJson();
        reading.Property(r => r.Refusals).AsJson();
    }

    public void Configure(EntityTypeBuilder<ReadingItem> item)
    {
        item.ToTable("ReadingItems");
        item.HasKey(i => new { i.RunId, i.PairId });
        item.HasIndex(i => new { i.IsDone, i.RunId, i.PairId });
    }

    public void Configure(EntityTypeBuilder<ReaderSpending> spending)
    {
        spending.ToTable("ReaderSpendings");
        spending.Property(s => s.Refusals).AsJson();
    }

    public void Configure(EntityTypeBuilder<ReaderCase> known)
    {
        known.ToTable("ReaderCases");
        known.HasIndex(c => new { c.Model, c.PromptVersion });
        known.Ignore(c => c.Rated);
    }

    public void Configure(EntityTypeBuilder<PassageVector> vector) => vector.ToTable("PassageVectors");
}

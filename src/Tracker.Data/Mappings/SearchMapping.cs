using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tracker.Data.Entities;

namespace Tracker.Data.Mappings;

internal sealed class SearchMapping : IEntityTypeConfiguration<SearchEntry>
{
    /// <summary>No foreign keys: <see cref="Searching.SearchUpkeep"/> takes away what goes with its source. The words' own index is made by the migrations.</summary>
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("SearchEntries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasIndex(e => e.SourceId);
        entry.HasIndex(e => e.PairId);
    }
}

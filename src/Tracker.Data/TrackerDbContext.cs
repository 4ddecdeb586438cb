using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Data.Entities;
using Tracker.Data.Searching;
using Tracker.Data.Storage;

namespace Tracker.Data;

/// <summary>All that is stored, on SQLite or PostgreSQL alike.</summary>
public sealed class TrackerDbContext(DbContextOptions<TrackerDbContext> options) : IdentityUserContext<UserAccount>(options)
{
    public DbSet<Body> Bodies => Set<Body>();

    public DbSet<StoredReport> Reports => Set<StoredReport>();

    public DbSet<ReportDraft> Drafts => Set<ReportDraft>();

    public DbSet<StoredPair> Pairs => Set<StoredPair>();

    public DbSet<StoredCommitment> Commitments => Set<StoredCommitment>();

    public DbSet<StoredClaim> Claims => Set<StoredClaim>();

    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    public DbSet<StoredRenewal> Renewals => Set<StoredRenewal>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<PendingResult> PendingResults => Set<PendingResult>();

    public DbSet<PublicationRule> PublicationRules => Set<PublicationRule>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RunItem> RunItems => Set<RunItem>();

    public DbSet<Schedule> Schedules => Set<Schedule>();

    public DbSet<JobFiring> JobFirings => Set<JobFiring>();

    public DbSet<StoredDecision> Decisions => Set<StoredDecision>();

    public DbSet<DecisionPlacement> Placements => Set<DecisionPlacement>();

    public DbSet<CodingSample> Samples => Set<CodingSample>();

    public DbSet<CodingItem> SampleItems => Set<CodingItem>();

    /// <summary>
    /// 盲评: samples whose commitments are left out of whatever is read, with their changes and decisions, since whoever reads judges
    /// them blind. Empty while something is written.
    /// </summary>
    public IReadOnlyList<string> Veiled { get; set; } = [];

    private bool IsVeiled => Veiled.Count > 0;

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    public DbSet<AuditEnd> AuditEnds => Set<AuditEnd>();

    public DbSet<Reader> Readers => Set<Reader>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Robot> Robots => Set<Robot>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<MailContent> MailContents => Set<MailContent>();

    public DbSet<ToldItem> ToldItems => Set<ToldItem>();

    public DbSet<DigestSwitch> DigestSwitches => Set<DigestSwitch>();

    public DbSet<ReaderReading> ReaderReadings => Set<ReaderReading>();

    public DbSet<ReadingItem> ReadingItems => Set<ReadingItem>();

    public DbSet<ReaderSpending> ReaderSpendings => Set<ReaderSpending>();

    public DbSet<ReaderCase> ReaderCases => Set<ReaderCase>();

    public DbSet<PassageVector> PassageVectors => Set<PassageVector>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveConversion<string>();
        if (Database.IsNpgsql())
        {
            // Ids and words sort by code point, as they do on SQLite and in the product's own code.
            configuration.Properties<string>().UseCollation("C");
        }
        else
        {
            configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        }
    }

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.AddInterceptors(AppendOnly.Guard, SearchUpkeep.Kept, SearchGrams.Provided);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TrackerDbContext).Assembly);
        builder.Entity<StoredCommitment>().HasQueryFilter(row => !IsVeiled || !SampleItems.Any(i => i.CommitmentId == row.Id && Veiled.Contains(i.SampleId)));
        builder.Entity<SearchEntry>().HasQueryFilter(row => !IsVeiled || !SampleItems.Any(i => i.CommitmentId == row.SourceId && Veiled.Contains(i.SampleId)));
        builder.Entity<StatusChange>().HasQueryFilter(row => !IsVeiled || !SampleItems.Any(i => i.CommitmentId == row.CommitmentId && Veiled.Contains(i.SampleId)));
        builder.Entity<StoredDecision>().HasQueryFilter(row => !IsVeiled || !SampleItems.Any(i => i.CommitmentId == row.CommitmentId && Veiled.Contains(i.SampleId)));
        builder.Entity<DecisionPlacement>().HasQueryFilter(row => !IsVeiled || !SampleItems.Any(i => i.CommitmentId == row.CommitmentId && Veiled.Contains(i.SampleId)));
    }
}

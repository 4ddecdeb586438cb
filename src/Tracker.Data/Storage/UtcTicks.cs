using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tracker.Data.Storage;

/// <summary>A moment as UTC ticks: SQLite has no type of its own that sorts.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

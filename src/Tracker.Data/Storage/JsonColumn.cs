using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tracker.Data.Storage;

/// <summary>Maps a property of the domain's own types to one column of JSON.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        // Values are records that nobody changes in place: equal JSON is the same value, and no copy is needed.
        // Whatever is saved, all that is tracked is compared: what was not replaced is not written out for that.
        var comparer = new ValueComparer<T>(
            (a, b) => ReferenceEquals(a, b) || StoredJson.Write(a) == StoredJson.Write(b),
            value => StoredJson.Write(value).GetHashCode(StringComparison.Ordinal),
            value => value);
        return property.HasConversion(
            new ValueConverter<T, string>(value => StoredJson.Write(value), json => StoredJson.Read<T>(json)), comparer);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tracker.App.Contract;

/// <summary>Writes moments with the offset of the installation's time zone: the same moment, readable where it is read.</summary>
public sealed class MomentConverter(TimeZoneInfo zone) : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(TimeZoneInfo.ConvertTime(value, zone));
}

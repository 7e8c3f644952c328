using System.Text.Json.Serialization;

namespace Reelsmith.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<FailureKind>))]
public enum FailureKind
{
    /// <summary>The person asked for something that cannot be: exit code 2, HTTP 4xx.</summary>
    [JsonStringEnumMemberName("invalid_input")] InvalidInput,

    /// <summary>The machine lacks something: a program, a voice, space on the disk.</summary>
    [JsonStringEnumMemberName("unavailable")] Unavailable,

    /// <summary>It may work when tried again: a killed encoder, a time-out.</summary>
    [JsonStringEnumMemberName("transient")] Transient,

    /// <summary>A fault of Reelsmith's own.</summary>
    [JsonStringEnumMemberName("internal")] Internal,
}

using System.Text.Json.Serialization;

namespace Reelsmith.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<FailureKind>))]
public enum FailureKind
{
    /// <summary>The person asked for something that cannot be: exit code 2, HTTP 4xx.</summary>
    [JsonStringEnumMemberName("invalid_input")] InvalidInput,

    /// <summary>What was named is not there: HTTP 404.</summary>
    [JsonStringEnumMemberName("not_found")] NotFound,

    /// <summary>It cannot be done as things stand, and waiting may change that: HTTP 409.</summary>
    [JsonStringEnumMemberName("conflict")] Conflict,

    /// <summary>Too much is asked for at once; later it can be: HTTP 429.</summary>
    [JsonStringEnumMemberName("busy")] Busy,

    /// <summary>The machine lacks something: a program, a voice, space on the disk.</summary>
    [JsonStringEnumMemberName("unavailable")] Unavailable,

    /// <summary>It may work when tried again: a killed encoder, a time-out.</summary>
    [JsonStringEnumMemberName("transient")] Transient,

    /// <summary>A fault of Reelsmith's own.</summary>
    [JsonStringEnumMemberName("internal")] Internal,
}

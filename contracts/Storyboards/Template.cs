using System.Text.Json.Serialization;

namespace Reelsmith.Contracts;

/// <summary>The layouts that the motion renderer draws.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Template>))]
public enum Template
{
    [JsonStringEnumMemberName("title")] Title,
    [JsonStringEnumMemberName("statement")] Statement,
    [JsonStringEnumMemberName("illustration")] Illustration,
    [JsonStringEnumMemberName("points")] Points,
    [JsonStringEnumMemberName("number")] Number,
    [JsonStringEnumMemberName("quote")] Quote,
    [JsonStringEnumMemberName("ending")] Ending,
}

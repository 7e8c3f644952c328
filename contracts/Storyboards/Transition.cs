using System.Text.Json.Serialization;

namespace Reelsmith.Contracts;

/// <summary>How the camera gets from one scene to the next.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Transition>))]
public enum Transition
{
    [JsonStringEnumMemberName("cut")] Cut,
    [JsonStringEnumMemberName("dive")] Dive,
    [JsonStringEnumMemberName("rise")] Rise,
    [JsonStringEnumMemberName("ridge")] Ridge,
}

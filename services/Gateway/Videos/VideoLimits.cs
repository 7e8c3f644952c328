using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>What this server makes of what could be made. Configuration section <c>Reelsmith:Videos</c>.</summary>
public sealed class VideoLimits
{
    public const string Section = "Reelsmith:Videos";

    /// <summary>Longest film that may be asked for, in seconds.</summary>
    [Range(VideoRequestRules.FewestSeconds, VideoRequestRules.MostSeconds)]
    public int MostSeconds { get; set; } = VideoRequestRules.MostSeconds;

    /// <exception cref="ReelsmithException">The length is more than this server makes.</exception>
    internal void Check(int? seconds)
    {
        if (seconds > MostSeconds)
        {
            throw ReelsmithException.InvalidInput("seconds_out_of_range", string.Create(CultureInfo.InvariantCulture, $"The length is {seconds} s."),
                string.Create(CultureInfo.InvariantCulture, $"Use {VideoRequestRules.FewestSeconds} to {MostSeconds} seconds, the most that this server makes."));
        }
    }
}

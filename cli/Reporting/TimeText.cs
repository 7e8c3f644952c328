using System.Globalization;

namespace Reelsmith.Cli.Reporting;

internal static class TimeText
{
    /// <summary>", about 1 min 20 s left"; empty while it is not known.</summary>
    public static string Left(TimeSpan? left) => left is { } time ? $", about {Of(time)} left" : "";

    public static string Of(TimeSpan time)
    {
        var seconds = (int)Math.Ceiling(time.TotalSeconds);
        return seconds < 60
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60} s");
    }
}

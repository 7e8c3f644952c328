namespace Reelsmith.Gateway.Webhooks;

/// <summary>When an event is sent again that did not arrive: the schedule that the Standard Webhooks specification recommends, over a day and a half.</summary>
/// <param name="random">Spreads events that failed together.</param>
internal sealed class WebhookSchedule(Random random)
{
    /// <summary>At most this part is added to a delay.</summary>
    public const double Jitter = 0.2;

    public static IReadOnlyList<TimeSpan> Delays { get; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14),
    ];

    /// <param name="retries">How many there were.</param>
    /// <returns>Null: it is given up.</returns>
    public TimeSpan? After(int retries) => retries < Delays.Count ? Delays[retries] * (1 + (Jitter * random.NextDouble())) : null;
}

using System.Globalization;
using Reelsmith.Gateway.Keys;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Cli.Keys;

/// <summary><c>reelsmith keys</c>: works on the job store, whether a server runs on it or not.</summary>
internal sealed class KeysCommand(ReelsmithApp app)
{
    private readonly ApiKeys _keys = new(new GatewayStore(Databases.Of(app.Settings<DatabaseSettings>(DatabaseSettings.Section), app.Data)), TimeProvider.System);

    public async Task<int> Add(string name, CancellationToken cancellationToken)
    {
        var made = await _keys.Add(name, cancellationToken);
        // The secret alone is on standard output, for KEY=$(reelsmith keys add NAME).
        app.Terminal.Out.WriteLine(made.Secret);
        app.Terminal.Error.WriteLine($"This is the key {made.Key.Id} of {made.Key.Name}. Keep it: it is not shown again. Requests send it as `Authorization: Bearer {KeySecret.Prefix}…`.");
        return ExitCode.Done;
    }

    public async Task<int> List(CancellationToken cancellationToken)
    {
        var keys = await _keys.List(cancellationToken);
        var names = keys.Select(key => key.Name.Length).DefaultIfEmpty().Max();
        foreach (var key in keys)
        {
            var state = key.Revoked is { } revoked ? $"  revoked {Day(revoked)}" : "";
            app.Terminal.Out.WriteLine($"{key.Id}  {key.Name.PadRight(names)}  {Day(key.Created)}{state}");
        }
        if (keys.Count == 0) app.Terminal.Error.WriteLine("There are no keys; `reelsmith keys add NAME` makes one.");
        return ExitCode.Done;
    }

    public async Task<int> Revoke(string id, CancellationToken cancellationToken)
    {
        var key = await _keys.Revoke(id, cancellationToken);
        app.Terminal.Error.WriteLine($"The key {key.Id} of {key.Name} is revoked; a running server refuses it within a second.");
        return ExitCode.Done;
    }

    private static string Day(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

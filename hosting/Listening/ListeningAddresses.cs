using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Listening;

/// <summary>Where the server listens, known before it does: whether API keys are needed depends on it.</summary>
/// <param name="Urls">As they were asked for.</param>
/// <param name="ByKestrelSection">Whether they come from <c>Kestrel:Endpoints</c>, which Kestrel reads itself.</param>
public sealed record ListeningAddresses(IReadOnlyList<string> Urls, bool ByKestrelSection)
{
    public const string Default = "http://127.0.0.1:8080";

    /// <summary>Whether nobody but this machine can connect. A host name other than localhost means every address to Kestrel.</summary>
    public bool OnlyThisMachine => Urls.All(url => IsLoopback(BindingAddress.Parse(url)));

    /// <exception cref="ReelsmithException">One of them cannot be listened on.</exception>
    public static ListeningAddresses Of(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().ToArray();
        var addresses = endpoints.Length > 0
            ? new ListeningAddresses([.. endpoints.Select(endpoint => endpoint["Url"] ?? throw Invalid($"{endpoint.Path} has no Url"))], true)
            : new ListeningAddresses(ByUrls(configuration), false);
        foreach (var url in addresses.Urls) Check(url);
        return addresses;
    }

    private static string[] ByUrls(IConfiguration configuration)
    {
        var urls = Split(configuration["urls"]);
        if (urls.Length > 0) return urls;
        string[] ports = [.. Split(configuration["http_ports"]).Select(port => $"http://*:{port}"), .. Split(configuration["https_ports"]).Select(port => $"https://*:{port}")];
        return ports.Length > 0 ? ports : [Default];
    }

    private static string[] Split(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static void Check(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw Invalid($"\"{url}\" is not an address to listen on");
        }
        if (address.Scheme is not ("http" or "https")) throw Invalid($"\"{url}\" is neither http nor https");
        if (address.PathBase.Length > 0) throw Invalid($"\"{url}\" has a path, \"{address.PathBase}\", which a server cannot listen on");
        if (!address.IsUnixPipe && address.Port is < 0 or > IPEndPoint.MaxPort) throw Invalid($"\"{url}\" has a port outside 0 to 65535");
    }

    private static bool IsLoopback(BindingAddress address) => address.IsUnixPipe
        || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static ReelsmithException Invalid(string wrong) =>
        ReelsmithException.InvalidInput("url_invalid", $"{wrong}.", $"Give an address such as {Default}, or http://0.0.0.0:8080 for every network that this machine is on.");
}

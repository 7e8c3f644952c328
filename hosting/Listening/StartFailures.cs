using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Listening;

/// <summary>Says in words why a server cannot start.</summary>
public static class StartFailures
{
    /// <returns>Null when it is no failure of this kind.</returns>
    public static ReelsmithException? Of(Exception e, ListeningAddresses addresses) => e switch
    {
        ReelsmithException known => known,
        OptionsValidationException wrong => ReelsmithException.InvalidInput("setting_invalid", string.Join(' ', wrong.Failures), "Change it in reelsmith.json or in the environment."),
        AggregateException many when many.InnerExceptions.Select(inner => Of(inner, addresses)).FirstOrDefault(inner => inner is not null) is { } first => first,
        IOException { InnerException: AddressInUseException } => ReelsmithException.Unavailable("address_in_use",
            $"Another program listens on {Named(e, addresses)} already.", "End it, or give another port: reelsmith serve --urls http://127.0.0.1:8090."),
        SocketException { SocketErrorCode: SocketError.AccessDenied } or UnauthorizedAccessException => ReelsmithException.Unavailable("address_denied",
            $"You may not listen on {All(addresses)}.", "Ports below 1024 are for the administrator: give a higher one with --urls."),
        SocketException or IOException { InnerException: SocketException } => ReelsmithException.InvalidInput("address_unknown",
            $"This machine cannot listen on {All(addresses)}: {e.GetBaseException().Message}.", "Give one of its own addresses with --urls."),
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } => ReelsmithException.InvalidInput("url_invalid",
            $"The server cannot listen on {All(addresses)}: {FirstSentence(e.Message)}", "Change --urls, or the Kestrel section of the configuration."),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => ReelsmithException.InvalidInput("setting_invalid",
            $"The configuration cannot be read: {e.Message}", "Change it in reelsmith.json or in the environment."),
        _ => null,
    };

    private static string All(ListeningAddresses addresses) => string.Join(", ", addresses.Urls);

    // Kestrel says which one: "Failed to bind to address http://127.0.0.1:8080: address already in use."
    private static string Named(Exception e, ListeningAddresses addresses) =>
        addresses.Urls.FirstOrDefault(url => e.Message.Contains(url.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)) ?? All(addresses);

    private static string FirstSentence(string message) => message.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? message[..(end + 1)] : message;
}

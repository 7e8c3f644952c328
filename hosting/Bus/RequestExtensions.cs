using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Bus;

/// <summary>Asks a stage for something and waits for the answer.</summary>
public static class RequestExtensions
{
    private static readonly RequestTimeout UsualWait = RequestTimeout.After(s: 60);

    /// <summary>Sends a request, or a command as a request, to a queue.</summary>
    /// <returns>The answer when all goes well.</returns>
    /// <exception cref="ReelsmithException">The stage answered that it failed, could not even take the request, or said nothing for a minute.</exception>
    public static async Task<TAnswer> Ask<TRequest, TAnswer>(this IBus bus, string queue, TRequest request, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class
    {
        try
        {
            var answer = await bus.CreateRequestClient<TRequest>(Queues.Address(queue), UsualWait).GetResponse<TAnswer, StageFailed, RequestFailed>(request, cancellationToken);
            return answer.Message switch
            {
                TAnswer made => made,
                StageFailed failed => throw new ReelsmithException(failed.Failure),
                var other => throw new ReelsmithException(((RequestFailed)other).Failure),
            };
        }
        catch (RequestTimeoutException)
        {
            throw ReelsmithException.Transient("stage_silent", $"The stage {queue} did not answer.", "Try again; `reelsmith doctor` tells whether something is missing.");
        }
        catch (RequestFaultException e)
        {
            var cause = e.Fault?.Exceptions.FirstOrDefault();
            throw new ReelsmithException(new Failure(FailureKind.Internal, "internal", $"{cause?.ExceptionType}: {cause?.Message}",
                "This is a fault in Reelsmith; please report it with this message."), e);
        }
    }
}

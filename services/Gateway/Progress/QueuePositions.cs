using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reelsmith.Gateway.Jobs;
using Reelsmith.Gateway.Outbox;
using Reelsmith.Gateway.Store;

namespace Reelsmith.Gateway.Progress;

/// <summary>Tells whoever watches a waiting job how many are before it, when the line has moved.</summary>
internal sealed class QueuePositions : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly ProgressBoards _boards;
    private readonly WaitingLine _line;
    private readonly GatewayInstance _instance;
    private readonly TimeProvider _time;
    private readonly ILogger<QueuePositions> _log;
    private readonly OutboxSignal _moved = new();

    public QueuePositions(ProgressBoards boards, WaitingLine line, Admission admission, GatewayInstance instance, TimeProvider time, ILogger<QueuePositions> log)
    {
        (_boards, _line, _instance, _time, _log) = (boards, line, instance, time, log);
        admission.Moved += _moved.Raise;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _moved.Wait(_instance.IsShared ? Poll : Timeout.InfiniteTimeSpan, _time, stoppingToken);
            try
            {
                foreach (var board in _boards.Waiting) board.Move(await _line.PositionOf(board.Job.Id, stoppingToken));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _log.LogWarning(e, "Places in the line could not be read");
            }
            await Task.Delay(Between, _time, stoppingToken);
        }
    }
}

using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class HeartbeatTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"iospec-test-{Guid.NewGuid():N}.heartbeat");

    [Fact]
    public void One_process_sees_where_another_stands()
    {
        using var worker = new SharedHeartbeat(_path);
        using var supervisor = new SharedHeartbeat(_path);
        worker.Beat(0x1_0000_0001, 7);
        Assert.Equal((0x1_0000_0001, 7, 1L), (supervisor.Case, supervisor.Step, supervisor.Beats));
        worker.Beat(2, -1);
        Assert.Equal((2L, -1, 2L), (supervisor.Case, supervisor.Step, supervisor.Beats));
    }

    [Fact]
    public void The_longest_step_is_told_but_not_those_before_the_process_is_warm()
    {
        using var heartbeat = new SharedHeartbeat(_path);
        heartbeat.Beat(0, 0);
        Thread.Sleep(30);
        for (var step = 1; step <= 64; step++) heartbeat.Beat(0, step);
        Assert.InRange(heartbeat.Slowest.TotalMilliseconds, 0, 25);
        Thread.Sleep(60);
        heartbeat.Beat(0, 65);
        Assert.InRange(heartbeat.Slowest.TotalMilliseconds, 50, 5000);
        heartbeat.Clear();
        Assert.Equal((0L, -1, 0L), (heartbeat.Case, heartbeat.Step, heartbeat.Beats));
    }

    public void Dispose() => File.Delete(_path);
}

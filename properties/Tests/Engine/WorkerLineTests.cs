using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Support;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class WorkerLineTests
{
    [Fact]
    public void Every_request_is_read_as_it_was_written() => RoundTrips<WorkerRequest>();

    [Fact]
    public void Every_reply_is_read_as_it_was_written() => RoundTrips<WorkerReply>();

    [Fact]
    public void Evidence_survives_the_way()
    {
        var evidence = Campaigns.RunHere<ToyTarget>(50).Evidence;
        Assert.Equal(ResultText.Of(evidence), ResultText.Of(WorkerEvidence.Of(evidence).ToEvidence()));
    }

    [Fact]
    public void A_failure_survives_the_way()
    {
        var area = new ToyArea();
        var failure = Campaigns.Raw<SumsOnce>(1)[0];
        var read = WorkerLine.Read<WorkerFailure>(WorkerLine.Write(WorkerFailure.Of(area, failure))).ToFailure(area);
        Assert.Equal(failure.Operations, read.Operations);
        Assert.Equal(failure.Seen, read.Seen);
        Assert.Equal(
            (failure.Signature, failure.Violation, failure.Case, failure.OperationsToDetection, failure.Configuration),
            (read.Signature, read.Violation, read.Case, read.OperationsToDetection, read.Configuration));
    }

    private static void RoundTrips<T>()
        where T : class
    {
        foreach (var value in ShapeSamples.Of(Shape.Of(typeof(T))))
        {
            var line = WorkerLine.Write((T)value!);
            Assert.DoesNotContain('\n', line);
            Assert.Equal(value, WorkerLine.Read<T>(line));
        }
    }
}

using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Qemu.Traced;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Tool;

/// <summary>What QEMU does rightly is never a violation in what it traces, however its state came about.</summary>
public sealed class ConvertStateTests
{
    [Fact]
    public void Threads_write_lines_and_some_are_overtaken()
    {
        var lines = TracedLog.OfGuest().Lines.ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            var time = 900_000 - (i % 2 * 60_000);
            lines[i] = string.Create(
                CultureInfo.InvariantCulture,
                $"{100 + (i % 3)}@1795810830.{time}:{lines[i][(lines[i].IndexOf(':') + 1)..]}");
        }

        Holds(lines, 19);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".5")]
    [InlineData(".123456")]
    public void Newer_ones_write_the_time_as_dates(string rest)
    {
        var lines = TracedLog.OfGuest().Lines.ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = $"2026-11-27T20:50:{(i + 10).ToText()}{rest}Z {lines[i][(lines[i].IndexOf(':') + 1)..]}";
        }

        Holds(lines, 19);
        Assert.Empty(JudgedHistory.Of(ViommuTrace.Read(TracedLog.Bytes(lines), "q.log")).Doubt);
        (lines[3], lines[4]) = (lines[4], lines[3]);
        Assert.Throws<BadInputException>(() => ViommuTrace.Read(TracedLog.Bytes(lines), "q.log"));
        lines[4] = lines[4].Replace("-11-27T", "-11-27 ", StringComparison.Ordinal);
        Assert.Throws<BadInputException>(() => ViommuTrace.Read(TracedLog.Bytes(lines), "q.log"));
    }

    [Fact]
    public void An_endpoint_that_was_passed_through_is_blocked_when_it_has_left()
    {
        var log = TracedLog.OfReset();
        log.Attach(1, isTranslated: 0);
        log.Detach(1);
        log.Access(0x5000, null);
        Holds(log.Lines, 3);
    }

    [Fact]
    public void One_that_was_passed_through_comes_into_a_domain_and_back()
    {
        var log = TracedLog.OfReset();
        log.Attach(1, isTranslated: 0);
        Move(log, 2, isTranslated: 1);
        log.Access(0x5000, null);
        Move(log, 1, isTranslated: 0);
        log.Detach(1);
        log.Access(0x5000, null);
        var judge = Holds(log.Lines, 8);
        Assert.Empty(judge.Doubt);
    }

    [Fact]
    public void A_state_that_was_loaded_is_not_known()
    {
        var log = TracedLog.OfReset();
        log.Switch(1);
        log.Access(0x5000, 0x85000);
        log.Access(0x6000, null);
        log.Add("detach domain=1 endpoint=24");
        log.Add("detach_endpoint_from_domain domain=1 endpoint=24");
        log.Switch(1);
        log.Add("device_status driver status = 0");
        log.Attach(1);
        log.Access(0x6000, 0x85000);
        Holds(log.Lines, 0);
    }

    [Fact]
    public void One_that_lands_or_leaves_and_never_came_has_a_past()
    {
        var lands = TracedLog.OfReset();
        lands.Access(0x5000, 0x85000);
        lands.Access(0x5000, 0x85000);
        Assert.NotEmpty(Holds(lands.Lines, 1).Doubt);
        var leaves = TracedLog.OfReset();
        leaves.Detach(1);
        leaves.Access(0x5000, 0x85000);
        Holds(leaves.Lines, 0);
    }

    [Fact]
    public void Domains_are_there_until_the_device_is_reset()
    {
        var log = TracedLog.OfReset();
        log.Attach(1);
        log.Map(1, 0x1000, 0x1fff, 0x80000, 3);
        log.Add("system_reset system reset!");
        log.Switch(1);
        log.Access(0x1000, 0x80000);
        log.Add("device_reset_exit reset!");
        log.Add("detach_endpoint_from_domain domain=1 endpoint=24");
        log.Switch(1);
        log.Access(0x1000, null);
        var judge = Holds(log.Lines, 4);
        Assert.Empty(judge.Doubt);
        log.Access(0x1000, 0x80000);
        Assert.NotEmpty(Holds(log.Lines, 5).Doubt);
    }

    [Fact]
    public void Where_no_memory_can_be_nobody_knows_what_a_guest_may_ask_for()
    {
        var log = TracedLog.OfReset();
        log.Attach(1);
        log.Map(1, 0x1000, 0x2fff, (1ul << 52) - 0x1000, 3);
        log.Access(0x1000, (1ul << 52) - 0x1000);
        log.Access(0x2000, 1ul << 52);
        Assert.NotEmpty(Holds(log.Lines, 3).Doubt);
    }

    [Fact]
    public void Those_that_are_too_old_tell_that_an_endpoint_left_by_the_way_of_its_accesses()
    {
        var log = TracedLog.OfReset();
        log.Attach(1, isTranslated: 0);
        log.Add("attach domain=2 endpoint=24");
        log.Switch(1);
        log.Switch(1);
        log.Access(0x5000, null);
        log.Add("detach domain=2 endpoint=24");
        log.Switch(1);
        log.Access(0x5000, null);
        Assert.Empty(Holds(log.Lines, 7).Doubt);
    }

    [Fact]
    public void Whether_an_attach_was_done_is_not_told_by_what_was_written_for_all()
    {
        var log = TracedLog.OfReset();
        log.Add("attach domain=1 endpoint=24");
        log.Switch(1);
        log.Add("set_config bypass=0x0");
        log.Access(0x5000, null);
        Assert.NotEmpty(Holds(log.Lines, 1).Doubt);
    }

    [Fact]
    public void What_holds_for_many_cases_may_not_be_large()
    {
        var log = TracedLog.OfReset();
        for (var i = 0; i < 1500; i++) log.Add($"translate mr=m rid={i.ToText()} addr=0x0 flag=0");
        var bad = Assert.Throws<BadInputException>(() => ViommuTrace.Read(TracedLog.Bytes(log.Lines), "q.log"));
        Assert.Contains("more endpoints or domains", bad.Message, StringComparison.Ordinal);
        log = TracedLog.OfReset();
        for (var i = 0; i < 900; i++) log.Add($"translate mr=m rid={i.ToText()} addr=0x0 flag=0");
        for (var i = 0; i < 3000; i++)
        {
            log.Add("device_reset_exit reset!");
            log.Access(0x1000, null);
        }

        bad = Assert.Throws<BadInputException>(() => ViommuTrace.Read(TracedLog.Bytes(log.Lines), "q.log"));
        Assert.Contains("more cases", bad.Message, StringComparison.Ordinal);
    }

    private static void Move(TracedLog log, int domain, int isTranslated)
    {
        log.Add($"attach domain={domain.ToText()} endpoint=24");
        log.Add("detach_endpoint_from_domain domain=7 endpoint=24");
        log.Switch(1);
        log.Switch(isTranslated);
    }

    // So many operations are in it, and nothing is broken.
    private static TraceJudge Holds(IEnumerable<string> lines, int operations)
    {
        var history = ViommuTrace.Read(TracedLog.Bytes(lines), "q.log");
        var judge = JudgedHistory.Of(history);
        Assert.Empty(judge.Broken());
        Assert.Equal(operations, history.Cases.Sum(one => one.Steps.Count));
        return judge;
    }
}

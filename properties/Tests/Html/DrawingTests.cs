using IoSpec.Engine;
using IoSpec.Html.Drawings;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Html;

/// <summary>What the pictures of a failure page show, each computed from its scenario.</summary>
public sealed class DrawingTests
{
    [Fact]
    public Task The_status_dance_shows_what_stays_and_what_nobody_wrote()
    {
        var dance = StatusDance.Of(DrawnScenarios.Of("status-survives-reset"));
        Assert.NotNull(dance);
        return Verifier.Verify(string.Join('\n', dance.Steps.Select(step =>
            $"{step.Number.ToText()} {step.Kind} {step.Detail}: {string.Join(' ', step.Marks)} {step.Deviates}")));
    }

    [Fact]
    public Task The_transactions_of_a_target_are_beside_those_of_the_reference()
    {
        var log = TransactionLog.Of(DrawnScenarios.Of("pieces-reversed"));
        Assert.NotNull(log);
        Assert.All(log.Steps[^1].Rows, row => Assert.True(row.Differs));
        return Verifier.Verify(Lines(log));
    }

    [Fact]
    public Task Of_a_host_what_reached_its_function_is_shown()
    {
        var log = TransactionLog.Of(DrawnScenarios.Of("block-split-in-a-host"));
        Assert.NotNull(log);
        Assert.All(log.Steps.SelectMany(step => step.Rows), row => Assert.Null(row.Due));
        return Verifier.Verify(Lines(log));
    }

    [Fact]
    public void The_bit_that_a_target_ignored_decides()
    {
        var ladder = WalkLadder.Of(DrawnScenarios.Of("table-rights-ignored"));
        Assert.NotNull(ladder);
        Assert.True(ladder.Deviates);
        var deciding = ladder.Rungs.Where(rung => rung.Words.Any(word => word.Deciding.Count > 0)).ToList();
        Assert.Equal("stage 1, level 3", Assert.Single(deciding).Name);

        // APTable[1] of a table descriptor: nothing below may be written.
        Assert.Equal([62], Assert.Single(deciding[0].Words).Deciding);
    }

    [Fact]
    public void A_step_that_ends_a_report_is_about_what_was_named_when_it_began()
    {
        var grid = AddressGrid.Of(DrawnScenarios.Of("report-ends-without-a-page"));
        Assert.NotNull(grid);
        Assert.True(grid.Rows[^1].Deviates);
        Assert.Equal("endReport", grid.Rows[^1].Label);
        Assert.Equal("report", Assert.Single(grid.Rows[^1].Cells));
    }

    [Theory]
    [InlineData("pieces-reversed", false, true)]
    [InlineData("status-survives-reset", true, false)]
    [InlineData("report-ends-without-a-page", false, false)]
    public void A_picture_is_drawn_where_it_belongs(string name, bool hasDance, bool hasLog)
    {
        var scenario = DrawnScenarios.Of(name);
        Assert.Equal(hasDance, StatusDance.Of(scenario) is not null);
        Assert.Equal(hasLog, TransactionLog.Of(scenario) is not null);
        Assert.Null(WalkLadder.Of(scenario));
    }

    private static string Lines(TransactionLog log) => string.Join('\n', log.Steps.SelectMany(step => step.Rows
        .Select(row => $"{step.Number.ToText()}: {row.Seen} | {row.Due?.ToString() ?? "nothing"} | {row.Differs}")));
}

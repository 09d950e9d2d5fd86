using System.Numerics;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class ChoicesTests
{
    private const int Draws = 20_000;

    [Fact]
    public void The_same_seed_makes_the_same_choices()
    {
        var (one, other) = (new Choices(7, 50), new Choices(7, 50));
        for (var i = 0; i < 100; i++) Assert.Equal(one.Next(), other.Next());
        Assert.NotEqual(new Choices(7, 50).Next(), new Choices(8, 50).Next());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void Below_reaches_every_number_below_the_bound_about_as_often(int bound)
    {
        var choices = new Choices(1, 1);
        var counts = new int[bound];
        for (var i = 0; i < Draws; i++) counts[choices.Below(bound)]++;
        Assert.All(counts, count => Assert.InRange(count, Draws / bound * 7 / 10, Draws / bound * 13 / 10));
        for (var i = 0; i < 100; i++) Assert.InRange(choices.Below((ulong)bound), 0ul, (ulong)bound - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(32)]
    [InlineData(64)]
    public void Bits_reaches_every_length_and_the_limits(int bits)
    {
        var choices = new Choices(2, 1);
        var lengths = new HashSet<int>();
        var most = ulong.MaxValue >> (64 - bits);
        var (zeros, mosts) = (0, 0);
        for (var i = 0; i < Draws; i++)
        {
            var value = choices.Bits(bits);
            Assert.InRange(value, 0ul, most);
            lengths.Add(64 - BitOperations.LeadingZeroCount(value));
            zeros += value == 0 ? 1 : 0;
            mosts += value == most ? 1 : 0;
        }

        Assert.Equal(Enumerable.Range(0, bits + 1), lengths.Order());
        Assert.True(zeros > Draws / 20 && mosts > Draws / 20);
    }

    [Fact]
    public void Weighted_follows_the_weights_and_never_takes_what_weighs_nothing()
    {
        var choices = new Choices(3, 1);
        var counts = new int[4];
        for (var i = 0; i < Draws; i++) counts[choices.Weighted([0, 3, 0, 1])]++;
        Assert.Equal(0, counts[0] + counts[2]);
        Assert.InRange(counts[1], Draws * 7 / 10, Draws * 8 / 10);
    }

    [Fact]
    public void A_length_is_from_1_to_the_limit_and_has_the_mean()
    {
        var choices = new Choices(4, 1);
        var lengths = Enumerable.Range(0, Draws).Select(_ => choices.Length(60, 400)).ToList();
        Assert.Equal((1, 400), (lengths.Min(), lengths.Max()));
        Assert.InRange(lengths.Average(), 57, 63);
        Assert.Equal(1, choices.Length(60, 1));
    }

    [Fact]
    public void A_bit_of_a_set_is_one_of_its_bits_and_each_of_them_is_reached()
    {
        var choices = new Choices(5, 1);
        Assert.Equal(-1, choices.BitOf(0));
        var found = Enumerable.Range(0, 500).Select(_ => choices.BitOf(0x8000_0000_0000_0015)).ToHashSet();
        Assert.Equal([0, 2, 4, 63], found.Order());
    }

    [Fact]
    public void The_swarm_leaves_out_a_quarter_and_stays_for_the_case()
    {
        var set = 0;
        for (var seed = 0ul; seed < 1000; seed++)
        {
            var choices = new Choices(Mix.Of(1, "swarm", (long)seed), 1);
            var swarm = choices.Swarm;
            choices.Next();
            Assert.Equal(swarm, choices.Swarm);
            set += BitOperations.PopCount(swarm);
        }

        Assert.InRange(set, 47_000, 49_000);
    }

    [Fact]
    public void One_of_several_and_one_in_so_many()
    {
        var choices = new Choices(6, 1);
        var words = Enumerable.Range(0, 200).Select(_ => choices.Of<char>("abc")).ToHashSet();
        Assert.Equal(['a', 'b', 'c'], words.Order());
        Assert.InRange(Enumerable.Range(0, Draws).Count(_ => choices.OneIn(10)), Draws / 13, Draws / 8);
        Assert.True(choices.OneIn(1));
    }
}

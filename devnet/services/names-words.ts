/** First words of the names of the local network. */
export const FIRST_WORDS =
  'amber ashen azure birch bold brass brisk calm cedar chalk clear cobalt coral crisp dapple dawn deft dusk ember fern flint fond frost gilt glad grand hazel heath indigo ivory jade keen kind lemon lilac lunar maple mellow mild mint misty moss noble oaken ochre olive opal pale pearl plain plum proud quick quiet rosy russet sage sandy silver slate soft still sunny swift tawny teal tidal umber velvet violet warm wheat wild willow woven zesty'.split(
    ' ',
  )

/** Second words: animals, so that no person is meant. */
export const SECOND_WORDS =
  'avocet badger beaver bison bittern bream brant carp chub civet cod condor coot crane curlew dace deer dingo dunlin eel egret eider elk ermine falcon finch fox gannet gecko gibbon grebe grouse gull hare heron hoopoe ibex ibis jackdaw jay kestrel kite koala lark lemur linnet llama loon lynx magpie marten merlin mole moth newt ocelot okapi oriole osprey otter owl oyster perch pika pipit plover puffin quail raven robin sable seal shrew skua snipe stoat stork swan swift tapir teal tern thrush toad trout vole wagtail walrus weasel wren yak zander'.split(
    ' ',
  )

// What a picture or a stylesheet is to a component's spec: a name.
module.exports = 'asset';

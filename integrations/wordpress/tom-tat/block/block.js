// The block in the editor: the very card, of what stands in the editor now.
( function ( wp, words ) {
	const el = wp.element.createElement;
	const { useEffect, useRef, useState } = wp.element;
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { PanelBody, SelectControl, TextControl } = wp.components;

	/** How long somebody has to pause in writing before the card follows, in milliseconds. */
	const PAUSE = 600;

	/** The post as JSON: as it is being written, or, in a loop, as it is stored; empty while it is not there. */
	function useArticle( postId, postType ) {
		return wp.data.useSelect(
			( select ) => {
				const editor = select( 'core/editor' );
				if ( editor && editor.getCurrentPostId && editor.getCurrentPostId() === postId ) {
					return JSON.stringify( {
						title: editor.getEditedPostAttribute( 'title' ),
						published: editor.getEditedPostAttribute( 'date' ),
						body: editor.getEditedPostContent(),
					} );
				}
				const stored = postId && select( 'core' ).getEntityRecord( 'postType', postType || 'post', postId );
				return stored ? JSON.stringify( stored ) : '';
			},
			[ postId, postType ]
		);
	}

	function Preview( { postId, postType, density, show } ) {
		const card = useRef();
		const article = useArticle( postId, postType );
		const [ empty, setEmpty ] = useState( false );
		useEffect( () => {
			const told = ( { type } ) => setEmpty( type !== 'tom-tat:load' );
			const names = [ 'tom-tat:load', 'tom-tat:empty', 'tom-tat:error' ];
			const element = card.current;
			if ( ! element ) return undefined;
			names.forEach( ( name ) => element.addEventListener( name, told ) );
			return () => names.forEach( ( name ) => element.removeEventListener( name, told ) );
		}, [ article === '' ] );
		useEffect( () => {
			if ( ! article || ! card.current ) return undefined;
			const timer = setTimeout( () => ( card.current.article = article ), PAUSE );
			return () => clearTimeout( timer );
		}, [ article ] );
		if ( ! article ) return el( 'p', null, words.none );
		return el(
			wp.element.Fragment,
			null,
			el( 'tom-tat', { ref: card, loading: 'eager', inert: '', density: density || words.settings.density, show: show || words.settings.show } ),
			empty && el( 'p', null, words.empty )
		);
	}

	wp.blocks.registerBlockType( 'tom-tat/card', {
		title: words.title,
		description: words.description,
		edit( { attributes, setAttributes, context } ) {
			const densities = Object.entries( words.densities ).map( ( [ value, label ] ) => ( { value, label } ) );
			return el(
				wp.element.Fragment,
				null,
				el(
					InspectorControls,
					null,
					el(
						PanelBody,
						{ title: words.panel },
						el( SelectControl, {
							label: words.density,
							value: attributes.density,
							options: densities,
							onChange: ( density ) => setAttributes( { density } ),
						} ),
						el( TextControl, {
							label: words.show,
							help: words.showHelp,
							value: attributes.show,
							onChange: ( show ) => setAttributes( { show } ),
						} )
					)
				),
				el(
					'div',
					useBlockProps(),
					el( Preview, { postId: context.postId, postType: context.postType, ...attributes } )
				)
			);
		},
		save: () => null,
	} );
} )( window.wp, window.tomTatBlock );
